package org.onrecord.egress;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Remembers which servers speak HTTP/2 alone; of too many, those that were asked last. Thread-safe. */
final class Http2Origins {
    private static final int MOST = 10_000;

    private final Set<String> origins =
            Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                    return size() > MOST;
                }
            }));

    boolean has(URI url) {
        return origins.contains(url.getRawAuthority());
    }

    void add(URI url) {
        origins.add(url.getRawAuthority());
    }

    void remove(URI url) {
        origins.remove(url.getRawAuthority());
    }
}
