package org.onrecord.chassis.door;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

/**
 * Whom a request is for. What a proxy may add ({@code X-Forwarded-Host}, {@code Forwarded}) is not looked at: any page can
 * send it too.
 *
 * @param hosts every value of Host, or HTTP/2's {@code :authority}
 * @param target the authority of a request target in absolute form (RFC 9112, section 3.2.2); "" if it is no authority
 * @param needsHost whether the protocol wants a Host
 */
record Asked(List<String> hosts, Optional<String> target, boolean needsHost) {

    private static final Pattern ABSOLUTE = Pattern.compile("(?i)https?://([^/?#]*).*");

    static Asked of(HttpServerRequest request) {
        List<String> hosts = new ArrayList<>(request.headers().getAll(HttpHeaders.HOST));
        if (request.version() == HttpVersion.HTTP_2 && request.authority() != null) {
            hosts.add(request.authority().toString());
        }
        return new Asked(hosts, target(request.uri()), request.version() != HttpVersion.HTTP_1_0);
    }

    private static Optional<String> target(String uri) {
        if (uri.startsWith("/") || uri.equals("*")) {
            return Optional.empty();
        }
        Matcher absolute = ABSOLUTE.matcher(uri);
        return Optional.of(absolute.matches() ? absolute.group(1) : "");
    }

    /** RFC 9112, section 3.2: no Host, or more than one, is answered with 400, whoever asks. */
    boolean isClear() {
        return hosts.size() == 1 || hosts.isEmpty() && !needsHost;
    }

    boolean isFor(OwnHosts own) {
        return !hosts.isEmpty()
                && hosts.stream().allMatch(own::isOwn)
                && target.map(own::isOwn).orElse(true);
    }
}
