package org.onrecord.database;

import java.util.Locale;

/** Names of constants in rows, the same as in events. */
public final class WireName {

    private WireName() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
