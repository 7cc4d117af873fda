package org.onrecord.egress;

import java.util.Locale;
import java.util.regex.Pattern;

/** Reads the host of a URL, and refuses each spelling that another program could read as another host. */
final class HostSpelling {

    private static final int MAX_NAME_LENGTH = 253;
    /**
     * Of a name before it is turned into ASCII, in UTF-16 units: each letter is at most two of them, and one character or more
     * afterwards. What is longer takes time with the square of its length, and the JDK throws anything at it.
     */
    private static final int LONGEST_WRITTEN = 2 * MAX_NAME_LENGTH;

    private static final Pattern DOTTED_QUAD =
            Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");
    /** Underscores, and hyphens at the ends, are no part of host names by RFC 1123, yet sites are served under them. */
    private static final Pattern LABEL = Pattern.compile("[a-z0-9_-]{1,63}");

    private static final Pattern NUMERIC = Pattern.compile("\\d+|0x[0-9a-f]*");

    private HostSpelling() {}

    /** What the host is, or why it is none. */
    sealed interface Host {
        record Name(String ascii) implements Host {}

        record Literal(String address) implements Host {}

        record Bad(Refusal refusal) implements Host {}
    }

    static boolean isDottedQuad(String host) {
        return DOTTED_QUAD.matcher(host).matches();
    }

    static Host read(String host) {
        if (host.startsWith("[")) {
            return readIpv6(host);
        }
        if (host.isEmpty() || host.indexOf('%') >= 0) {
            return bad(RefusalReason.HOST, "the host is empty or percent-encoded");
        }
        if (host.length() > LONGEST_WRITTEN) {
            return tooLong();
        }
        String ascii;
        try {
            ascii = InternationalName.toAscii(host).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return bad(RefusalReason.HOST, "the host is no internationalised name: " + printable(host));
        }
        return readName(ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii, ascii.endsWith("."));
    }

    private static Host readName(String name, boolean trailingDot) {
        if (name.length() > MAX_NAME_LENGTH) {
            return tooLong();
        }
        String[] labels = name.split("\\.", -1);
        // As the URL standard has it, a host whose last label is a number is an IPv4 address in some spelling.
        if (NUMERIC.matcher(labels[labels.length - 1]).matches()) {
            return isDottedQuad(name) && !trailingDot
                    ? new Host.Literal(name)
                    : bad(RefusalReason.AMBIGUOUS_ADDRESS, printable(name) + " is no address of four decimal numbers");
        }
        for (String label : labels) {
            if (!LABEL.matcher(label).matches()) {
                return bad(RefusalReason.HOST, printable(name) + " is no host name");
            }
        }
        return new Host.Name(name);
    }

    private static Host readIpv6(String bracketed) {
        if (!bracketed.endsWith("]")) {
            return bad(RefusalReason.HOST, "an opening bracket without its closing one");
        }
        String literal = bracketed.substring(1, bracketed.length() - 1);
        byte[] address = Network.parseIpv6(literal);
        if (address == null) {
            return bad(RefusalReason.HOST, printable(literal) + " is no IPv6 address");
        }
        // Java turns such an address into IPv4 without a word, so it is told apart here, by its bytes.
        if (Network.isV4Mapped(address)) {
            return bad(RefusalReason.V4_MAPPED, printable(literal) + " wraps an IPv4 address");
        }
        return new Host.Literal(literal.toLowerCase(Locale.ROOT));
    }

    private static Host.Bad tooLong() {
        return bad(RefusalReason.HOST, "the host is longer than " + MAX_NAME_LENGTH + " characters");
    }

    private static Host.Bad bad(RefusalReason reason, String detail) {
        return new Host.Bad(new Refusal(reason, detail));
    }

    /** At most 100 characters, none of them a control character: it ends in logs and outcomes. */
    static String printable(String text) {
        String shortened = text.length() > 100 ? text.substring(0, 100) + "…" : text;
        return shortened.replaceAll("\\p{Cntrl}", "?");
    }
}
