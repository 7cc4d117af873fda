package org.onrecord.nlp.quote.reading;

import java.util.Set;

/**
 * Whether a stretch that grows word by word has a verb of its own yet: that of a relative clause ("the talks, which began in
 * May, remained") is none. Not thread-safe.
 */
public final class FiniteVerb {

    /** "What he said was" has no noun to describe. */
    private static final Set<String> WHO = Set.of("who", "which", "whom", "whose");

    private final Reading reading;
    private int read;
    private boolean stands;
    private boolean inRelative;
    /** The relative clause stands between commas. */
    private boolean inCommas;

    private boolean relativeHasVerb;

    public FiniteVerb(Reading reading, int from) {
        this.reading = reading;
        this.read = from;
    }

    /** Whether there is one before a token; asked for growing tokens. */
    public boolean stands(int end) {
        for (; read < end && !stands; read++) {
            take(read);
        }
        return stands;
    }

    private void take(int i) {
        WordClass c = reading.classes[i];
        if (c == WordClass.RELATIVE && WHO.contains(reading.lower[i]) && i > 0 && isBehindNoun(i)) {
            inRelative = true;
            inCommas = reading.classAt(i - 1) == WordClass.COMMA;
            relativeHasVerb = false;
        } else if (c == WordClass.COMMA && inRelative && inCommas) {
            inRelative = false;
        } else if (isFinite(i)) {
            boolean goesOn = reading.classAt(i - 1) == WordClass.AUXILIARY
                    || reading.classAt(i - 1) == WordClass.COORDINATOR
                    || reading.classAt(i - 1) == WordClass.ADVERB;
            boolean ofRelative = inRelative && (inCommas || !relativeHasVerb || goesOn);
            relativeHasVerb |= ofRelative;
            stands = !ofRelative;
        }
    }

    private boolean isBehindNoun(int i) {
        WordClass left = reading.classAt(i - 1);
        return left == WordClass.COMMA || left.isNominal();
    }

    private boolean isFinite(int i) {
        return reading.classes[i] == WordClass.AUXILIARY
                || reading.classes[i] == WordClass.VERB && reading.classAt(i - 1) != WordClass.TO;
    }
}
