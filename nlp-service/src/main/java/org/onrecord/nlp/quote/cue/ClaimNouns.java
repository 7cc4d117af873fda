package org.onrecord.nlp.quote.cue;

import java.util.Optional;
import java.util.Set;

import org.onrecord.nlp.quote.reading.Reading;
import org.onrecord.nlp.quote.reading.WordClass;

/** Nouns for what others have said: who rejects a claim denies it, who rejects a bill does not. */
public final class ClaimNouns {

    private static final int LONGEST = 5;
    private static final Set<String> SINGULAR = Set.of(
            "claim",
            "allegation",
            "accusation",
            "report",
            "charge",
            "rumour",
            "rumor",
            "suggestion",
            "assertion",
            "complaint",
            "notion",
            "idea",
            "criticism",
            "concern",
            "speculation",
            "theory",
            "story");

    private static final Set<String> REJECTING = Set.of(
            "reject",
            "rejects",
            "rejected",
            "rejecting",
            "refute",
            "refutes",
            "refuted",
            "refuting",
            "rebut",
            "rebuts",
            "rebutted",
            "rebutting",
            "repudiate",
            "repudiates",
            "repudiated",
            "repudiating");

    private static final CueLexicon.Entry REJECT = new CueLexicon.Entry("reject", new String[0], "oc", 2);

    private ClaimNouns() {}

    /** Whether the noun phrase that begins at a token has one for its head. */
    public static boolean beginAt(Reading reading, int from) {
        for (int i = from; i < from + LONGEST && !reading.quoted(i); i++) {
            String word = reading.wordAt(i);
            boolean plural = word.endsWith("s") && SINGULAR.contains(word.substring(0, word.length() - 1));
            if (SINGULAR.contains(word) || plural || word.equals("theories") || word.equals("stories")) {
                return true;
            }
            WordClass c = reading.classAt(i);
            boolean before = c.isNominal()
                    || c == WordClass.DETERMINER
                    || c == WordClass.ADJECTIVE
                    || c == WordClass.POSSESSIVE
                    || c == WordClass.NUMBER;
            if (!before) {
                return false;
            }
        }
        return false;
    }

    /** The cue at a token, if somebody rejects a claim there. */
    static Optional<Cue> rejectedAt(Reading reading, int i) {
        boolean rejects =
                REJECTING.contains(reading.lower[i]) && reading.classes[i].isVerbal() && beginAt(reading, i + 1);
        if (!rejects) {
            return Optional.empty();
        }
        return Optional.of(new Cue(i, i + 1, REJECT, CueFinder.form(reading, i)));
    }
}
