package org.onrecord.chassis.door;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.vertx.core.MultiMap;

/**
 * What a browser says of the page that sends a request (RFC 6454; Fetch Metadata Request Headers). Programs that are no
 * browsers say nothing of the kind.
 *
 * @param method of the request
 * @param hosts what it asks for
 * @param origins every value of Origin
 * @param sites every value of Sec-Fetch-Site
 * @param mode of Sec-Fetch-Mode
 * @param destination of Sec-Fetch-Dest
 */
record Sender(
        String method,
        List<String> hosts,
        List<String> origins,
        List<String> sites,
        List<String> mode,
        List<String> destination) {

    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");
    private static final Set<String> SAFE = Set.of("GET", "HEAD");
    private static final Pattern WEB = Pattern.compile("http(?<tls>s)?://(?<authority>.*)");

    static Sender of(String method, List<String> hosts, MultiMap headers) {
        return new Sender(
                method,
                hosts,
                headers.getAll("Origin"),
                headers.getAll("Sec-Fetch-Site"),
                headers.getAll("Sec-Fetch-Mode"),
                headers.getAll("Sec-Fetch-Dest"));
    }

    /**
     * Whether another page than one of this service's own sends it. A link that somebody follows is none of it, since the
     * page that holds the link sees nothing of what it leads to.
     */
    boolean isForeign(OwnHosts own) {
        return !origins.stream().allMatch(origin -> isOwn(origin, own))
                || !(OWN_SITES.containsAll(sites) || isFollowedLink());
    }

    /** The origin that was asked itself, whichever scheme a proxy in front of it speaks, or one that is named in the settings. */
    private boolean isOwn(String origin, OwnHosts own) {
        Matcher web = WEB.matcher(origin.toLowerCase(Locale.ROOT));
        if (!web.matches()) {
            return false;
        }
        String authority = web.group("authority");
        String standardPort = web.group("tls") == null ? ":80" : ":443";
        return own.isNamed(authority)
                || hosts.stream()
                        .map(host -> host.toLowerCase(Locale.ROOT))
                        .anyMatch(host -> without(standardPort, host).equals(without(standardPort, authority)));
    }

    private static String without(String port, String authority) {
        return authority.endsWith(port) ? authority.substring(0, authority.length() - port.length()) : authority;
    }

    /** In the window itself: a frame would show it inside the other page. */
    private boolean isFollowedLink() {
        return SAFE.contains(method)
                && origins.isEmpty()
                && mode.equals(List.of("navigate"))
                && destination.equals(List.of("document"));
    }
}
