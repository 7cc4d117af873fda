package org.onrecord.api.settling;

/** What follows from many articles together, and is brought up to date behind the storing of each. Of all replicas one at a time does it. */
public interface Settler {

    /** Of what it settles, in a word. */
    String name();

    /** How many it settles in one transaction. */
    int atOnce();

    /** Whether it does not wait for the others, since little may wait of it. */
    default boolean isBesideOthers() {
        return false;
    }

    /**
     * Settles some of what waits, what waits longest first.
     *
     * @param most how many in one transaction
     * @return how many were settled; 0 if nothing is due, or another replica is at it
     * @throws RuntimeException if the database is away; nothing is changed then
     */
    int settle(int most);
}
