package org.onrecord.egress;

import java.net.URI;

/**
 * A URL whose spelling is in order. Its addresses are vetted when it is connected to, not before: an answer of the
 * name server may differ from one question to the next.
 *
 * @param uri the URL in ASCII, host in lower case without trailing dot, without fragment
 * @param host host name, or literal address (IPv6 without brackets)
 * @param port explicit or the scheme's
 */
public record Target(URI uri, String host, int port) implements Verdict {

    boolean isLiteral() {
        return host.indexOf(':') >= 0 || HostSpelling.isDottedQuad(host);
    }
}
