package org.onrecord.scraper.identity;

import java.net.URI;
import java.util.Locale;

import crawlercommons.domains.EffectiveTldFinder;

/** Which publisher a URL belongs to, by the public suffix list. */
public final class Site {

    private Site() {}

    /**
     * The registrable domain of a URL's host ({@code news.example.co.uk → example.co.uk}); the host itself where it has
     * none: an address, a public suffix, or a name without a dot.
     *
     * @param url absolute, with a host
     */
    public static String of(URI url) {
        String host = host(url);
        if (isAddress(host)) {
            return host;
        }
        if (EffectiveTldFinder.getEffectiveTLD(host, false) == null) {
            return underUnlistedSuffix(host);
        }
        String domain = EffectiveTldFinder.getAssignedDomain(host, true, false);
        return domain == null ? host : domain;
    }

    /** In lower case. java.net.URI knows no host with an underscore, under which sites are served all the same. */
    static String host(URI url) {
        String host =
                url.getHost() != null ? url.getHost() : url.getRawAuthority().replaceFirst(":\\d*$", "");
        return host.toLowerCase(Locale.ROOT);
    }

    /** The list's own default: where no rule matches, the last label is the public suffix. */
    private static String underUnlistedSuffix(String host) {
        int lastDot = host.lastIndexOf('.');
        return host.substring(host.lastIndexOf('.', lastDot - 1) + 1);
    }

    /** Whether one publisher answers for both URLs. Behind an address or a local name each port may be another's. */
    static boolean isSame(URI one, URI other) {
        boolean sameSite = of(one).equals(of(other));
        return sameSite && (isRegistrable(of(one)) || CanonicalUrl.port(one) == CanonicalUrl.port(other));
    }

    /** Whether a site is a domain that somebody registered, and no address or local name. */
    public static boolean isRegistrable(String site) {
        return !isAddress(site) && site.indexOf('.') >= 0;
    }

    private static boolean isAddress(String host) {
        return host.startsWith("[") || host.matches("[0-9.]+");
    }
}
