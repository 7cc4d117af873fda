package org.onrecord.api.timeline;

/**
 * The most frequent, and what they were found among.
 *
 * @param all how many were counted: of those that are not among the most frequent too, where they were counted for this
 */
record Ranking(Top top, long all) implements Counts {}
