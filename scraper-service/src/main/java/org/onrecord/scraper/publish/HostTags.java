package org.onrecord.scraper.publish;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.onrecord.scraper.fetch.HostKey;

/**
 * Names hosts in metrics, of which each is kept for ever: the first hosts have their own names, all later ones share one.
 * Thread-safe.
 */
final class HostTags {

    static final String OTHER = "other";
    private static final String NONE = "none";

    private final int most;
    private final Set<String> named = ConcurrentHashMap.newKeySet();

    /** @param most hosts with a name of their own; a few more if many are new in the same moment */
    HostTags(int most) {
        this.most = most;
    }

    /** The name of a URL's host, by registrable domain; {@code none} for what was handed in or is no URL. */
    String of(String url) {
        String host = url == null ? "" : HostKey.of(url);
        if (host.isEmpty()) {
            return NONE;
        }
        if (named.contains(host) || named.size() < most && named.add(host)) {
            return host;
        }
        return OTHER;
    }
}
