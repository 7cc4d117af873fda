package org.onrecord.scraper.identity;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.onrecord.contracts.FetchRequest;

/** The one URL that identifies an article, of the many that lead to it. */
public final class CanonicalUrl {

    private static final Pattern ESCAPE = Pattern.compile("%([0-9A-Fa-f]{2})");

    private CanonicalUrl() {}

    /**
     * The page's own word for it, if it speaks for its own site and not for the home page; otherwise the URL that
     * answered. Either way without fragment, default port and tracking parameters. A declaration for another publisher's
     * domain tells of syndication and is no identity: no page may overwrite another publisher's article. Nor is what is longer
     * than a URL that is fetched may be: java.net.URI normalises a path in time with the square of its length.
     *
     * @param answered absolute http or https URL that the page came from
     * @param declared what the page declares, absolute or not, of any scheme
     */
    public static URI of(URI answered, Optional<URI> declared) {
        return normalise(declared.filter(url -> url.toString().length() <= FetchRequest.MAX_URL_LENGTH)
                .map(answered::resolve)
                .filter(url -> isCredible(url, answered))
                .orElse(answered));
    }

    private static boolean isCredible(URI declared, URI answered) {
        String scheme = declared.getScheme();
        boolean web = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
        return web
                && declared.getHost() != null
                && Site.isSame(declared, answered)
                && (!isHome(declared) || isHome(answered));
    }

    /** Some sites declare their home page on every page. */
    private static boolean isHome(URI url) {
        String path = url.getRawPath();
        return (path == null || path.isEmpty() || path.equals("/")) && url.getRawQuery() == null;
    }

    private static URI normalise(URI url) {
        String scheme = url.getScheme().toLowerCase(Locale.ROOT);
        String host = Site.host(url);
        boolean standard = port(url) == (scheme.equals("https") ? 443 : 80);
        // Escapes first: "%2e" is a dot, and may leave a segment that goes away.
        String path =
                normaliseEscapes(url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath());
        return URI.create(scheme + "://" + host + (standard ? "" : ":" + port(url))
                + URI.create(path.startsWith("//") ? "/." + path : path)
                        .normalize()
                        .getRawPath()
                + normaliseQuery(url.getRawQuery()));
    }

    static int port(URI url) {
        if (url.getPort() >= 0) {
            return url.getPort();
        }
        String written = url.getHost() == null ? url.getRawAuthority().replaceFirst(".*:(?=\\d+$)", "") : "";
        if (written.matches("\\d{1,5}")) {
            return Integer.parseInt(written);
        }
        return "https".equalsIgnoreCase(url.getScheme()) ? 443 : 80;
    }

    private static String normaliseQuery(String query) {
        if (query == null) {
            return "";
        }
        String kept = Arrays.stream(query.split("&"))
                .filter(parameter -> !parameter.isEmpty()
                        && !TrackingParameters.contains(parameter.split("=", 2)[0]))
                .map(CanonicalUrl::normaliseEscapes)
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + kept;
    }

    /** RFC 3986 6.2.2: hex digits in upper case, and letters, digits, hyphen, dot, underscore and tilde as themselves. */
    private static String normaliseEscapes(String text) {
        return ESCAPE.matcher(text).replaceAll(match -> {
            char c = (char) Integer.parseInt(match.group(1), 16);
            boolean unreserved = c < 0x80 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0);
            return unreserved ? String.valueOf(c) : match.group().toUpperCase(Locale.ROOT);
        });
    }
}
