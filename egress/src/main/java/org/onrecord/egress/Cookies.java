package org.onrecord.egress;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The cookies of one fetch (RFC 6265, section 5): what the answers on its way set is sent back to who set it, and forgotten with
 * the fetch. Not thread-safe.
 */
final class Cookies {

    private static final int MOST = 50;
    private static final int LONGEST = 4 << 10;
    private static final int LONGEST_HEADER = 8 << 10;

    private final Function<URI, String> ownerOf;
    private final List<Cookie> cookies = new ArrayList<>();

    /** @param ownerOf whom a URL belongs to: a cookie for a whole domain is for its owner's hosts alone */
    Cookies(Function<URI, String> ownerOf) {
        this.ownerOf = ownerOf;
    }

    private record Cookie(String name, String value, String host, boolean ofDomain, String path, boolean secure) {
        boolean isSame(Cookie other) {
            return name.equals(other.name) && host.equals(other.host) && path.equals(other.path);
        }
    }

    /** Takes what an answer sets; what cannot be read, or is for others than who answered, is passed over. */
    void take(URI answered, Headers headers) {
        headers.all("Set-Cookie").stream().limit(MOST).forEach(field -> take(answered, field));
    }

    private void take(URI answered, String field) {
        String[] parts = field.split(";");
        int equals = parts[0].indexOf('=');
        String name = equals < 0 ? "" : parts[0].substring(0, equals).strip();
        String value = parts[0].substring(equals + 1).strip();
        boolean printable = parts[0].chars().noneMatch(c -> c < ' ' && c != '\t' || c >= 0x7F);
        if (name.isEmpty() || !printable || parts[0].length() > LONGEST) {
            return;
        }
        String host = host(answered);
        String domain = attribute(parts, "domain").toLowerCase(Locale.ROOT).replaceFirst("^\\.", "");
        boolean ofDomain = !domain.isEmpty() && !domain.equals(host);
        if (ofDomain && !(host.endsWith("." + domain) && isOwn(answered, domain))) {
            return;
        }
        String path = attribute(parts, "path");
        Cookie cookie = new Cookie(
                name,
                value,
                ofDomain ? domain : host,
                !domain.isEmpty(),
                path.startsWith("/") ? path : defaultPath(answered),
                has(parts, "secure"));
        cookies.removeIf(cookie::isSame);
        if (!isOver(parts) && cookies.size() < MOST) {
            cookies.add(cookie);
        }
    }

    /** A name that is nobody's, such as that of a country, has another owner. */
    private boolean isOwn(URI answered, String domain) {
        try {
            return ownerOf.apply(URI.create("http://" + domain + "/")).equals(ownerOf.apply(answered))
                    && ownerOf.apply(URI.create("http://x." + domain + "/")).equals(ownerOf.apply(answered));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** What is sent with a request; empty if nothing is. */
    Optional<String> sentTo(URI url) {
        String host = host(url);
        String sent = cookies.stream()
                .filter(cookie -> cookie.host.equals(host) || cookie.ofDomain && host.endsWith("." + cookie.host))
                .filter(cookie -> isWithin(url.getRawPath(), cookie.path))
                .filter(cookie -> !cookie.secure || url.getScheme().equals("https"))
                .sorted(Comparator.comparing((Cookie cookie) -> -cookie.path.length()))
                .map(cookie -> cookie.name + "=" + cookie.value)
                .collect(Collectors.joining("; "));
        return Optional.of(sent).filter(text -> !text.isEmpty() && text.length() <= LONGEST_HEADER);
    }

    private static boolean isWithin(String path, String folder) {
        return path.equals(folder)
                || path.startsWith(folder) && (folder.endsWith("/") || path.charAt(folder.length()) == '/');
    }

    private static String defaultPath(URI answered) {
        String path = answered.getRawPath();
        int slash = path.lastIndexOf('/');
        return slash <= 0 ? "/" : path.substring(0, slash);
    }

    private static String host(URI url) {
        return url.getRawAuthority().replaceFirst(":\\d*$", "");
    }

    private static boolean isOver(String[] parts) {
        String age = attribute(parts, "max-age");
        if (age.matches("-?\\d{1,18}")) {
            return Long.parseLong(age) <= 0;
        }
        try {
            String date = attribute(parts, "expires").replaceAll("(?<=\\w)-(?=\\w)", " ");
            return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date))
                    .isBefore(Instant.now());
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean has(String[] parts, String name) {
        for (int i = 1; i < parts.length; i++) {
            if (parts[i].split("=", 2)[0].strip().equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }

    /** The last of this name counts; empty if there is none. */
    private static String attribute(String[] parts, String name) {
        for (int i = parts.length - 1; i > 0; i--) {
            String[] pair = parts[i].split("=", 2);
            if (pair.length == 2 && pair[0].strip().equalsIgnoreCase(name)) {
                return pair[1].strip();
            }
        }
        return "";
    }
}
