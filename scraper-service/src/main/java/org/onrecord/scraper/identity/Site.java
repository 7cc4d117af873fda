package org.onrecord.scraper.identity;

import java.net.URI;
import java.util.Locale;

import crawlercommons.domains.EffectiveTldFinder;

/** Which publisher a URL belongs to, by the public suffix list. */
public final class Site {

    private Site() {}

    /**
     * The registrable domain of a URL's host ({@code news.example.co.uk → example.co.uk}); the host itself, without
     * {@code www.}, where it has none: an address, or a name of the local network.
     *
     * @param url absolute, with a host
     */
    public static String of(URI url) {
        String host = url.getHost().toLowerCase(Locale.ROOT);
        if (isAddress(host)) {
            return host;
        }
        String domain = EffectiveTldFinder.getAssignedDomain(host, true, false);
        if (domain != null) {
            return domain;
        }
        return host.startsWith("www.") ? host.substring("www.".length()) : host;
    }

    /** Whether one publisher answers for both URLs. Behind an address or a local name each port may be another's. */
    static boolean isSame(URI one, URI other) {
        boolean sameSite = of(one).equals(of(other));
        boolean registrable = !isAddress(of(one)) && of(one).indexOf('.') >= 0;
        return sameSite && (registrable || CanonicalUrl.port(one) == CanonicalUrl.port(other));
    }

    private static boolean isAddress(String host) {
        return host.startsWith("[") || host.matches("[0-9.]+");
    }
}
