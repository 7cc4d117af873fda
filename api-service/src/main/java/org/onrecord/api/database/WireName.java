package org.onrecord.api.ingest;

import java.util.Locale;

/** Names of constants in rows, the same as in events. */
final class WireName {
    private WireName() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
