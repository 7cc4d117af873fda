package org.onrecord.egress;

import java.time.Duration;

/**
 * What one fetch may cost.
 *
 * @param maxRedirects redirects followed
 * @param maxHeadBytes bytes of one response's status line and headers
 * @param maxBodyBytes bytes of the body, after decompression
 * @param connect time for a TCP connection to one address, and for its TLS handshake
 * @param firstByte time from asking, connecting included, to the end of the response's head
 * @param total time on the network over all redirects
 */
public record Limits(
        int maxRedirects, int maxHeadBytes, int maxBodyBytes, Duration connect, Duration firstByte, Duration total) {

    /** 10 redirects, 64 KiB of head, 10 MiB of body, 10 s to connect, 20 s to the first byte, 60 s in all. */
    public static final Limits DEFAULT =
            new Limits(10, 64 << 10, 10 << 20, Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(60));

    public Limits withMaxBodyBytes(int bytes) {
        return new Limits(maxRedirects, maxHeadBytes, bytes, connect, firstByte, total);
    }
}
