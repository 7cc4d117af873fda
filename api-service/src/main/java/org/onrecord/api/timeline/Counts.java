package org.onrecord.api.timeline;

/** What was counted of many rows. */
sealed interface Counts permits Timeline, Ranking {

    /** How many were counted, over all of it. */
    long all();
}
