package org.onrecord.contracts.schema;

/**
 * One difference between two versions of a schema.
 *
 * @param effect what it does to those who read or write the events
 * @param place where, such as {@code article.blocks[].kind}
 * @param account what changed and whom it hurts, in words
 */
record Change(Effect effect, String place, String account) {

    /** What a change asks of whom. */
    enum Effect {
        /** Someone can no longer read what he could: needs a new version of the event. */
        BREAKING,
        /** Safe as long as the readers of the event are upgraded before its writers. */
        READERS_FIRST,
        /** Nobody notices. */
        HARMLESS
    }

    @Override
    public String toString() {
        return effect + " at " + place + ": " + account;
    }
}
