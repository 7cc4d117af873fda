package org.onrecord.egress;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a URL as it was written by anybody. Lenient in path and query, where the web is (spaces, umlauts and pipes are
 * percent-encoded); strict in what decides where the connection goes.
 */
final class UrlReader {

    private static final int MAX_LENGTH = 8192;
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(.*)", Pattern.DOTALL);
    /** Path and query characters of RFC 3986, besides percent signs. */
    private static final String LEGAL = "-._~!$&'()*+,;=:@/?";

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private UrlReader() {}

    static Verdict read(String text) {
        // With its white space, since whoever hands it on hands on that too.
        if (text.length() > MAX_LENGTH) {
            return refuse(RefusalReason.MALFORMED_URL, "longer than " + MAX_LENGTH + " characters");
        }
        String url = text.strip();
        Matcher matcher = SCHEME.matcher(url);
        if (!matcher.matches()) {
            return refuse(RefusalReason.MALFORMED_URL, "not an absolute URL: " + HostSpelling.printable(url));
        }
        String scheme = matcher.group(1).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return refuse(RefusalReason.SCHEME, "scheme " + HostSpelling.printable(scheme) + " is not http or https");
        }
        String rest = matcher.group(2);
        if (!rest.startsWith("//") || rest.startsWith("///")) {
            return refuse(RefusalReason.MALFORMED_URL, "no // and host after the scheme");
        }
        int end = indexOfAny(rest, 2, "/?#\\");
        return readAuthority(scheme, rest.substring(2, end), rest.substring(end));
    }

    /**
     * The URL that a Location header means, unvetted.
     *
     * @param location each character one octet, as the header came over the wire
     */
    static String resolve(URI base, String location) {
        if (location.length() > MAX_LENGTH) {
            // It is refused for its length when it is read; java.net.URI would take quadratic time for dots in it.
            return location;
        }
        String reference = new String(location.strip().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        if (SCHEME.matcher(reference).matches()) {
            return reference;
        }
        if (reference.startsWith("//")) {
            return base.getScheme() + ":" + reference;
        }
        int fragment = reference.indexOf('#');
        String relative = encode(fragment < 0 ? reference : reference.substring(0, fragment));
        if (relative.isEmpty()) {
            return base.toString();
        }
        if (relative.startsWith("?")) {
            // java.net.URI resolves by RFC 2396, which drops the last segment of the path here.
            return base.getScheme() + "://" + base.getRawAuthority() + base.getRawPath() + relative;
        }
        // RFC 3986 4.2: a colon in the first segment would make it a scheme, and none that java.net.URI can read.
        int slash = relative.indexOf('/');
        int colon = relative.indexOf(':');
        boolean looksLikeScheme = colon >= 0 && (slash < 0 || colon < slash);
        return base.resolve(looksLikeScheme ? "./" + relative : relative).toString();
    }

    private static Verdict readAuthority(String scheme, String authority, String tail) {
        if (tail.startsWith("\\") || authority.chars().anyMatch(c -> Character.isISOControl(c) || c == ' ')) {
            return refuse(RefusalReason.MALFORMED_URL, "backslash, space or control character in the host");
        }
        if (authority.indexOf('@') >= 0) {
            return refuse(RefusalReason.USER_INFO, "user name or password before the host");
        }
        int bracket = authority.lastIndexOf(']');
        boolean unclosed = authority.startsWith("[") && bracket < 0;
        int colon = unclosed ? -1 : authority.indexOf(':', Math.max(bracket, 0));
        String hostText = colon < 0 ? authority : authority.substring(0, colon);
        int standard = scheme.equals("https") ? 443 : 80;
        int port = colon < 0 ? standard : port(authority.substring(colon + 1), standard);
        if (port < 1 || port > 65535) {
            return refuse(RefusalReason.PORT, "no port from 1 to 65535");
        }
        return switch (HostSpelling.read(hostText)) {
            case HostSpelling.Host.Bad bad -> bad.refusal();
            case HostSpelling.Host.Name name -> target(scheme, name.ascii(), name.ascii(), port, standard, tail);
            case HostSpelling.Host.Literal(String address) ->
                target(scheme, address, address.indexOf(':') < 0 ? address : "[" + address + "]", port, standard, tail);
        };
    }

    private static int port(String digits, int standard) {
        if (digits.isEmpty()) {
            return standard;
        }
        return digits.matches("[0-9]{1,5}") ? Integer.parseInt(digits) : -1;
    }

    private static Verdict target(String scheme, String host, String inUrl, int port, int standard, String tail) {
        String withoutFragment = tail.indexOf('#') < 0 ? tail : tail.substring(0, tail.indexOf('#'));
        String path = withoutFragment.startsWith("/") ? withoutFragment : "/" + withoutFragment;
        String authority = port == standard ? inUrl : inUrl + ":" + port;
        return new Target(URI.create(scheme + "://" + authority + encode(path)), host, port);
    }

    private static String encode(String pathAndQuery) {
        String octets = new String(pathAndQuery.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        StringBuilder out = new StringBuilder(octets.length() + 16);
        for (int i = 0; i < octets.length(); i++) {
            char c = octets.charAt(i);
            boolean legal = c < 0x80 && (Character.isLetterOrDigit(c) || LEGAL.indexOf(c) >= 0);
            if (legal || (c == '%' && isEscape(octets, i))) {
                out.append(c);
            } else {
                out.append('%').append(HEX.toHexDigits((byte) c));
            }
        }
        return out.toString();
    }

    private static boolean isEscape(CharSequence text, int at) {
        return at + 2 < text.length()
                && Character.digit(text.charAt(at + 1), 16) >= 0
                && Character.digit(text.charAt(at + 2), 16) >= 0;
    }

    private static int indexOfAny(String text, int from, String characters) {
        for (int i = from; i < text.length(); i++) {
            if (characters.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }

    private static Refusal refuse(RefusalReason reason, String detail) {
        return new Refusal(reason, detail);
    }
}
