package org.onrecord.nlp.quote.uncued;

import java.util.Set;

import org.onrecord.nlp.quote.reading.NounPhrases;
import org.onrecord.nlp.quote.reading.Reading;
import org.onrecord.nlp.quote.reading.WordClass;
import org.onrecord.nlp.quote.speaker.SpeakerCandidate;
import org.onrecord.nlp.quote.speaker.SpeakerTrait;

/** {@code in Mr Lee's words, “like leaves”}, {@code in her own words “a mess”}: whose the quoted words are, without a verb. */
public final class OwnWords {

    private static final Set<String> POSSESSIVES = Set.of("his", "her", "their", "my", "our");

    private OwnWords() {}

    /** Who speaks the stretch that opens at a token, or null where nothing of the kind stands before it. */
    public static SpeakerCandidate speaker(Reading reading, int opening) {
        int floor = reading.sentence(opening).from();
        int i = opening - 1;
        if (reading.classAt(i) == WordClass.COMMA || reading.classAt(i) == WordClass.COLON) {
            i--;
        }
        if (i <= floor || !reading.wordAt(i).equals("words")) {
            return null;
        }
        i -= reading.wordAt(i - 1).equals("own") ? 2 : 1;
        boolean pronoun = i > floor && POSSESSIVES.contains(reading.wordAt(i));
        boolean possessive = i > floor + 1 && reading.classAt(i) == WordClass.POSSESSIVE;
        int from = pronoun ? i : possessive ? NounPhrases.startOf(reading, i - 1, floor) : floor;
        int to = pronoun ? i + 1 : i;
        return from > floor && to > from && reading.wordAt(from - 1).equals("in")
                ? new SpeakerCandidate(from, to, to, new double[SpeakerTrait.values().length])
                : null;
    }
}
