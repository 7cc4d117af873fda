package org.onrecord.nlp.quote.reading;

import java.util.Set;

/** Words that tell when: they stand between a cue and its content and name no speaker. */
public final class TimeWords {

    private static final Set<String> DAYS = Set.of(
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "yesterday",
            "today",
            "tonight");
    private static final Set<String> ADVERBS = Set.of(
            "recently",
            "earlier",
            "later",
            "then",
            "again",
            "repeatedly",
            "too",
            "afterward",
            "afterwards",
            "last",
            "this",
            "late",
            "early");
    private static final Set<String> PERIODS =
            Set.of("morning", "afternoon", "evening", "night", "week", "month", "year");
    private static final Set<String> OTHERS = Set.of(
            "tomorrow",
            "january",
            "february",
            "march",
            "april",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "time",
            "day",
            "days",
            "years",
            "months",
            "weeks",
            "earlier");

    private TimeWords() {}

    public static boolean isDay(String word) {
        return DAYS.contains(word);
    }

    /** "Tuesday", "earlier", "last week": may stand between a cue and its content. */
    public static boolean isAdjunct(String word) {
        return DAYS.contains(word) || ADVERBS.contains(word) || PERIODS.contains(word);
    }

    /** "October", "week": head of a noun phrase that names a time, not a speaker. */
    public static boolean isTime(String word) {
        return DAYS.contains(word) || PERIODS.contains(word) || OTHERS.contains(word);
    }
}
