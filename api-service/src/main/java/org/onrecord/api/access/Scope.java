package org.onrecord.api.access;

import java.util.Locale;

/** What a key allows; each allows what the ones before it do. */
enum Scope {
    /** Every question. */
    READ,
    /** To have pages read. */
    WRITE,
    /** To take articles down. */
    ADMIN;

    /** The scope that a request of this method needs (RFC 9110, section 9.2.1: the safe methods only read). */
    static Scope neededFor(String method) {
        return switch (method) {
            case "GET", "HEAD", "OPTIONS" -> READ;
            case "DELETE" -> ADMIN;
            default -> WRITE;
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
