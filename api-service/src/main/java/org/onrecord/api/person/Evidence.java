package org.onrecord.api.person;

import java.util.Locale;

/**
 * Why a mention is taken for one of its person. Of several reasons the strongest counts. The confidence orders the kinds of
 * evidence; it was not measured.
 */
public enum Evidence {
    /** An editor decided it. */
    EDITOR(1),
    /** Another article gives the name the same title or role. */
    ROLE(0.95),
    /** Another article names it together with two or more of the same people and organisations. */
    COMPANY(0.9),
    /** The name is a variant, "John F. Kerry" beside "John Kerry", in the same role or company or as an alias. */
    VARIANT(0.85),
    /** Nothing but the name, which nobody else is known to bear. */
    NAME(0.8),
    /** The role is of a walk of life in which no other bearer of the name is known. */
    OCCUPATION(0.7),
    /** The surname alone, in a role or company that only one of its bearers has. */
    SURNAME(0.6),
    /** Nothing but the name, which others bear too: taken for the one who is named most. */
    NAMESAKES(0.4);

    private final double confidence;

    Evidence(double confidence) {
        this.confidence = confidence;
    }

    /** From 0 to 1. */
    public double confidence() {
        return confidence;
    }

    /** @throws IllegalArgumentException if it is none */
    public static Evidence of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }

    /** As it is stored and answered. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
