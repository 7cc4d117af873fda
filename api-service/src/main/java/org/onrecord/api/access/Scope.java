package org.onrecord.api.access;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a key allows; each allows what the ones before it do. */
enum Scope {
    /** Every question. */
    READ,
    /** To have pages read. */
    WRITE,
    /** To set right what was read. */
    EDIT,
    /** To take articles down. */
    ADMIN;

    /** What sets right, and what takes that back. */
    private static final Pattern EDITING = Pattern.compile("/v1/(quotes|people|reviews)(/.*)?");

    /** The scope that a request needs (RFC 9110, section 9.2.1: the safe methods only read). */
    static Scope neededFor(String method, String path) {
        return switch (method) {
            case "GET", "HEAD", "OPTIONS" -> READ;
            case "DELETE" -> EDITING.matcher(path).matches() ? EDIT : ADMIN;
            default -> EDITING.matcher(path).matches() ? EDIT : WRITE;
        };
    }

    /** @throws IllegalArgumentException if there is no such scope */
    static Scope of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    boolean allows(Scope needed) {
        return compareTo(needed) >= 0;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
