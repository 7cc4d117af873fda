package org.onrecord.chassis.backing;

import java.time.Instant;

/** How a backing service was when it was last asked. */
sealed interface BackingState {

    /** Nobody has asked yet. */
    record Unknown() implements BackingState {}

    /** It can be worked with. */
    record Up() implements BackingState {}

    /**
     * It cannot.
     *
     * @param since when that was first seen
     * @param cause why, as of the last time
     */
    record Away(Instant since, String cause) implements BackingState {}
}
