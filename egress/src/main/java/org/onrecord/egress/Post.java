package org.onrecord.egress;

import java.util.List;

/**
 * A body to send.
 *
 * @param url as anybody wrote it
 * @param mediaType of the body
 * @param headers beside those of the body
 * @param body sent as it is
 */
public record Post(String url, String mediaType, List<Headers.Field> headers, byte[] body) {

    public Post {
        headers = List.copyOf(headers);
    }
}
