package org.onrecord.api.parameter;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

import jakarta.annotation.Nullable;

/** The hosts of sites that are asked for, as they are stored. */
public final class Hosts {

    private static final String WWW = "www.";

    private Hosts() {}

    /** @param hosts in any case, with {@code www.} or without; null or empty where none is asked for */
    public static Set<String> of(@Nullable Collection<String> hosts) {
        Set<String> stored = new LinkedHashSet<>();
        if (hosts != null) {
            for (String host : hosts) {
                String lower = host.strip().toLowerCase(Locale.ROOT);
                stored.add(lower.startsWith(WWW) ? lower.substring(WWW.length()) : lower);
            }
        }
        return stored;
    }
}
