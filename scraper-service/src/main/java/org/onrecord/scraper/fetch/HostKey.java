package org.onrecord.scraper.fetch;

import java.net.URI;

import org.onrecord.egress.AddressGuard;
import org.onrecord.egress.Target;
import org.onrecord.scraper.identity.Site;

/** Whom a request is put to: those of one key are made one after the other. */
public final class HostKey {
    /** Of what is no URL that may be fetched, and is never asked for anything. */
    private static final String NOBODY = "";

    private HostKey() {}

    /**
     * The registrable domain of a URL, as it is read when it is fetched; host and port where it has an address or a local name,
     * behind which each port is another's.
     */
    public static String of(String url) {
        return AddressGuard.read(url) instanceof Target target ? of(target.uri()) : NOBODY;
    }

    /** The same for a URL that was parsed. */
    static String of(URI url) {
        if (url.getRawAuthority() == null) {
            return NOBODY;
        }
        String site = Site.of(url);
        return Site.isRegistrable(site) || url.getPort() < 0 ? site : site + ":" + url.getPort();
    }
}
