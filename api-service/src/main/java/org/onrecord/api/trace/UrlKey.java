package org.onrecord.api.trace;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The key under which a URL is kept and asked for. Spellings that RFC 3986, 6.2.2 and 6.2.3, holds equal have one key:
 * upper or lower case in scheme and host, default port, empty path, escapes. The fragment names no other page.
 */
public final class UrlKey {

    private static final Pattern URL = Pattern.compile(
            "(https?)://([^/?#\\\\]*)([^?#]*)(\\?[^#]*)?(?:#.*)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final String UNRESERVED_MARKS = "-._~";
    private static final String DELIMITERS = "!$&'()*+,;=:@/?[]";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private UrlKey() {}

    /**
     * @param url any text; one that is no http or https URL has a key of its own too
     * @return the name-based UUID of the URL's normal form
     */
    public static UUID of(String url) {
        return UUID.nameUUIDFromBytes(normalise(url.strip()).getBytes(StandardCharsets.UTF_8));
    }

    static String normalise(String url) {
        Matcher parts = URL.matcher(url);
        if (!parts.matches()) {
            return url;
        }
        String scheme = parts.group(1).toLowerCase(Locale.ROOT);
        String path = parts.group(3).isEmpty() ? "/" : parts.group(3);
        String query = parts.group(4) == null ? "" : parts.group(4);
        return scheme + "://" + authority(scheme, parts.group(2)) + normaliseEscapes(path) + normaliseEscapes(query);
    }

    private static String authority(String scheme, String authority) {
        String lower = authority.toLowerCase(Locale.ROOT);
        String defaultPort = scheme.equals("https") ? ":443" : ":80";
        if (lower.endsWith(defaultPort)) {
            return lower.substring(0, lower.length() - defaultPort.length());
        }
        return lower.endsWith(":") ? lower.substring(0, lower.length() - 1) : lower;
    }

    /** Unreserved characters as themselves, everything outside ASCII escaped, escapes in upper case. */
    private static String normaliseEscapes(String text) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        StringBuilder normal = new StringBuilder(octets.length);
        for (int i = 0; i < octets.length; i++) {
            int octet = octets[i] & 0xFF;
            boolean escaped = octet == '%' && isHex(octets, i + 1) && isHex(octets, i + 2);
            if (escaped) {
                octet = Character.digit(octets[i + 1], 16) << 4 | Character.digit(octets[i + 2], 16);
                i += 2;
            }
            if (isUnreserved(octet) || !escaped && (octet == '%' || DELIMITERS.indexOf(octet) >= 0)) {
                normal.append((char) octet);
            } else {
                normal.append('%').append(HEX.toHexDigits((byte) octet));
            }
        }
        return normal.toString();
    }

    private static boolean isHex(byte[] octets, int index) {
        return index < octets.length && HexFormat.isHexDigit(octets[index]);
    }

    private static boolean isUnreserved(int octet) {
        return octet < 0x80 && (Character.isLetterOrDigit(octet) || UNRESERVED_MARKS.indexOf(octet) >= 0);
    }
}
