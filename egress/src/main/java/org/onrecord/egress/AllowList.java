package org.onrecord.egress;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * What the operator lets through besides public addresses on ports 80 and 443. Immutable.
 *
 * <p>An entry is {@code host:port} (a name is trusted wherever it resolves to), an address or a range in CIDR notation,
 * either with {@code :port} or for all ports; an IPv6 one with a port stands in brackets: {@code [fd00::/8]:8080}.
 */
public final class AllowList {

    /** Lets nothing through. */
    public static final AllowList EMPTY = new AllowList(List.of(), List.of());

    private record Name(String host, int port) {}

    private record Range(Network network, OptionalInt port) {
        boolean coversPort(int other) {
            return port.isEmpty() || port.getAsInt() == other;
        }
    }

    private final List<Name> names;
    private final List<Range> ranges;

    private AllowList(List<Name> names, List<Range> ranges) {
        this.names = List.copyOf(names);
        this.ranges = List.copyOf(ranges);
    }

    /**
     * Reads a comma-separated list; white space around entries is no matter.
     *
     * @throws IllegalArgumentException naming the first entry that is none
     */
    public static AllowList parse(String list) {
        List<Name> names = new ArrayList<>();
        List<Range> ranges = new ArrayList<>();
        for (String raw : list.split(",")) {
            String entry = raw.strip();
            if (!entry.isEmpty()) {
                read(entry, names, ranges);
            }
        }
        return new AllowList(names, ranges);
    }

    private static void read(String entry, List<Name> names, List<Range> ranges) {
        int portAt = portSeparator(entry);
        OptionalInt port = portAt < 0 ? OptionalInt.empty() : OptionalInt.of(port(entry, portAt));
        String host = (portAt < 0 ? entry : entry.substring(0, portAt)).toLowerCase(Locale.ROOT);
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        if (bare.matches("[0-9./]+") || bare.indexOf(':') >= 0) {
            ranges.add(new Range(network(entry, bare), port));
        } else if (port.isPresent() && HostSpelling.read(bare) instanceof HostSpelling.Host.Name name) {
            names.add(new Name(name.ascii(), port.getAsInt()));
        } else {
            throw bad(entry);
        }
    }

    /** Where the colon before the port stands, or -1: the colons of a bare IPv6 address are none. */
    private static int portSeparator(String entry) {
        int colon = entry.lastIndexOf(':');
        boolean bracketed = entry.startsWith("[");
        boolean bareIpv6 = !bracketed && colon != entry.indexOf(':');
        return bareIpv6 || (bracketed && colon < entry.indexOf(']')) ? -1 : colon;
    }

    private static int port(String entry, int colon) {
        String digits = entry.substring(colon + 1);
        int port = digits.matches("\\d{1,5}") ? Integer.parseInt(digits) : 0;
        if (port < 1 || port > 65535) {
            throw bad(entry);
        }
        return port;
    }

    private static Network network(String entry, String cidr) {
        try {
            return Network.parse(cidr);
        } catch (IllegalArgumentException e) {
            throw bad(entry);
        }
    }

    private static IllegalArgumentException bad(String entry) {
        return new IllegalArgumentException("The allow-list entry '" + entry
                + "' is none of host:port, address, address:port, CIDR, CIDR:port (IPv6 with a port in brackets).");
    }

    boolean allowsName(String host, int port) {
        return names.contains(new Name(host, port));
    }

    boolean allowsAddress(byte[] address, int port) {
        return ranges.stream().anyMatch(r -> r.coversPort(port) && r.network().contains(address));
    }

    /** Whether an address may turn out to be allowed on this port, so that refusing must wait until it is resolved. */
    boolean mayAllowPort(int port) {
        return ranges.stream().anyMatch(r -> r.coversPort(port));
    }
}
