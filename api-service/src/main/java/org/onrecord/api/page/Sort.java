package org.onrecord.api.page;

import java.util.Locale;

import jakarta.annotation.Nullable;

/** The order of a list, by the date that a thing was printed on, or by when it was changed last. */
public enum Sort {
    /** Printed last. */
    NEWEST("dated_at", true),
    OLDEST("dated_at", false),
    /** As it was stored, or changed last: what is new comes at the end. */
    STORED("changed_at", false),
    /** Those first that have the words closest together; among the newest that have them. */
    RELEVANCE("dated_at", true);

    public static final String NAMES = "newest|oldest|stored|relevance";

    private final String column;
    private final boolean descending;

    Sort(String column, boolean descending) {
        this.column = column;
        this.descending = descending;
    }

    /** @param name one of {@link #NAMES}; null for the newest first */
    public static Sort of(@Nullable String name) {
        return name == null ? NEWEST : valueOf(name.toUpperCase(Locale.ROOT));
    }

    public String column() {
        return column;
    }

    /** {@code ASC} or {@code DESC}, for the date and for the id that decides between equal ones. */
    public String direction() {
        return descending ? "DESC" : "ASC";
    }

    /** How what follows a place compares with it. */
    public String behind() {
        return descending ? "<" : ">";
    }
}
