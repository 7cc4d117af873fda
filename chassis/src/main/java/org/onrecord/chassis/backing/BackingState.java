package org.onrecord.chassis.backing;

import java.time.Instant;

/** How a backing service was when it was last asked. */
sealed interface BackingState {

    /**
     * It has not been there yet, and the seconds of a start are not over.
     *
     * @param cause why, as of the last time
     */
    record Unknown(String cause) implements BackingState {}

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
