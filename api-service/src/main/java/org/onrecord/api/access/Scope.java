package org.onrecord.api.access;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a key allows; each allows what the ones before it do. */
enum Scope {
    /** To follow searches as feeds: the only scope whose keys may stand in an address. */
    FEED,
    /** Every question. */
    READ,
    /** To have pages read. */
    WRITE,
    /** To set right what was read. */
    EDIT,
    /** To take articles down. */
    ADMIN;

    /** What is the caller's own: who may make it may delete it. */
    private static final Pattern OWN = Pattern.compile("/v1/(searches|alerts)/.*");
    /** What sets right, and what takes that back. */
    private static final Pattern EDITING = Pattern.compile("/v1/(quotes|people|reviews)(/.*)?");

    /** The scope that a request needs (RFC 9110, section 9.2.1: the safe methods only read). */
    static Scope neededFor(String method, String path) {
        return switch (method) {
            case "GET", "HEAD", "OPTIONS" -> FeedPaths.isFeed(path) ? FEED : READ;
            case "DELETE" -> {
                if (OWN.matcher(path).matches()) {
                    yield WRITE;
                }
                yield EDITING.matcher(path).matches() ? EDIT : ADMIN;
            }
            default -> EDITING.matcher(path).matches() ? EDIT : WRITE;
        };
    }

    /** Whether what needs it only reads. */
    boolean onlyReads() {
        return READ.allows(this);
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
