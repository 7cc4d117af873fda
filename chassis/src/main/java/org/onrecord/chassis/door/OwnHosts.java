package org.onrecord.chassis.door;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names that a service answers to where everybody may ask. A page that rebinds its own name to this machine sends that
 * name; browsers let no page choose another. The port says nothing: whoever asks has reached it. Immutable.
 */
public final class OwnHosts {

    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");

    private static final String HOST = "(?<host>\\[[0-9a-f:.]{2,45}]|[a-z0-9_](?:[a-z0-9_.-]{0,251}[a-z0-9_])?)";

    /** RFC 9112, section 3.2: host and port, without user name. A dot at the end makes the same name absolute. */
    private static final Pattern AUTHORITY = Pattern.compile(HOST + "\\.?(?::\\d{0,5})?");

    private static final Pattern NAME = Pattern.compile(HOST);

    private final Set<String> named;

    private OwnHosts(Set<String> named) {
        this.named = named;
    }

    /**
     * Those of every machine, and some more.
     *
     * @param names a comma-separated list of names or addresses without port, IPv6 in brackets; blank for none
     * @throws IllegalArgumentException if it is none
     */
    public static OwnHosts and(String names) {
        Set<String> named = new TreeSet<>();
        if (!names.isBlank()) {
            Arrays.stream(names.split(",", -1))
                    .map(name -> name.strip().toLowerCase(Locale.ROOT))
                    .forEach(name -> named.add(checked(name)));
        }
        return new OwnHosts(named);
    }

    private static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("\"" + name + "\" is no host name");
        }
        return name;
    }

    /** Whether the value of Host, or the authority of a URL, names one of them, with any port. */
    boolean isOwn(String authority) {
        String host = host(authority);
        return LOOPBACK.contains(host) || named.contains(host);
    }

    /** Whether an authority names one of those that were added, which whoever runs the service answers for. */
    boolean isNamed(String authority) {
        return named.contains(host(authority));
    }

    /** In lower case and without port; empty if it is no authority. */
    private static String host(String authority) {
        Matcher matcher = AUTHORITY.matcher(authority.toLowerCase(Locale.ROOT));
        return matcher.matches() ? matcher.group("host") : "";
    }
}
