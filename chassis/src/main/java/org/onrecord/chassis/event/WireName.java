package org.onrecord.chassis.event;

import java.util.Locale;

/** What a constant is called in events, in rows and in metrics. */
public final class WireName {

    private WireName() {}

    /** Such as {@code not-an-article} for {@code NOT_AN_ARTICLE}. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
