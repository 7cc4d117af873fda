package org.onrecord.nlp.quote.stance;

import java.util.Set;

import org.onrecord.nlp.quote.cue.Cue;
import org.onrecord.nlp.quote.reading.NounPhrases;
import org.onrecord.nlp.quote.reading.Reading;
import org.onrecord.nlp.quote.reading.WordClass;

/**
 * What stands with a cue before it, up to its subject and what opens the clause: helping verbs, negations, the verbs that govern
 * it ("declined to say"). Read once, from right to left; never further than some twenty words.
 */
final class VerbGroup {

    private static final int LONGEST = 14;
    private static final int LONGEST_ASIDE = 8;

    private static final Set<String> NEGATIONS = Set.of("not", "n't", "n’t", "never", "nor", "neither");
    private static final Set<String> NOBODY = Set.of("no", "nobody", "none", "neither", "nothing");
    /** "Not everyone said so". */
    private static final Set<String> EVERYBODY = Set.of("everyone", "everybody", "all", "every", "many", "both");
    /** "Not only did he say so": he did. */
    private static final Set<String> MERELY = Set.of("only", "just", "merely", "simply");

    private static final Set<String> MODALS = Set.of(
            "will",
            "wo",
            "would",
            "may",
            "might",
            "could",
            "should",
            "shall",
            "must",
            "’ll",
            "'ll",
            "won't",
            "won’t",
            "wouldn't",
            "wouldn’t",
            "couldn't",
            "couldn’t",
            "shouldn't",
            "shouldn’t");
    private static final Set<String> WOULD_OR_HAD = Set.of("’d", "'d");
    /** "He would later say", "she would often say": told from behind, and so they did. */
    private static final Set<String> OF_THE_PAST = Set.of(
            "later",
            "eventually",
            "subsequently",
            "afterwards",
            "often",
            "always",
            "usually",
            "sometimes",
            "frequently",
            "repeatedly",
            "regularly",
            "famously");

    private static final Set<String> CONDITIONS = Set.of("if", "unless", "lest");
    /** "I would say", "would you say": who speaks or is spoken to, and no report of what somebody might say. */
    private static final Set<String> PRESENT = Set.of("i", "we", "you");

    private static final Set<String> BE =
            Set.of("is", "are", "was", "were", "am", "be", "been", "’s", "'s", "’re", "'re");

    private final Reading reading;
    private final int floor;
    /** The quotation that the cue stands in, if any: its verbs stand in the same. */
    private final int stretch;

    private boolean negated;
    private boolean modal;
    private boolean ofThePast;
    private boolean merely;
    private boolean planned;
    private boolean conditional;
    private boolean imperative;
    private boolean isPresent;

    private VerbGroup(Reading reading, Cue cue) {
        this.reading = reading;
        this.stretch = reading.stretchOf[cue.from()];
        this.floor = Math.max(reading.sentence(cue.from()).from(), cue.from() - 2 * LONGEST);
        if (cue.form() == Cue.Form.GERUND) {
            governor(cue.from() - 1);
        }
        clause(helpers(cue.from() - 1, cue.from()));
    }

    static VerbGroup of(Reading reading, Cue cue) {
        return new VerbGroup(reading, cue);
    }

    /** Whether what follows is put forward by nobody: negated, refused, planned, or said under a condition. */
    boolean assertsNothing() {
        boolean mayYet = modal && !ofThePast && !merely && !isPresent;
        return negated || conditional || planned && !isPresent || mayYet;
    }

    /** Whether somebody did not say it, or would not; "do not say" is told to somebody. */
    boolean isNegated() {
        return negated && !imperative;
    }

    /** Reads helping verbs and adverbs leftwards; returns the last token before them. */
    private int helpers(int from, int cue) {
        int i = from;
        while (i >= floor && i > cue - LONGEST && reading.stretchOf[i] == stretch) {
            WordClass c = reading.classes[i];
            if (NEGATIONS.contains(reading.lower[i])) {
                negation(i);
            } else if (c == WordClass.AUXILIARY) {
                auxiliary(i, cue);
            } else if (c == WordClass.ADVERB) {
                adverb(i);
            } else if (reading.lower[i].equals("no") && reading.wordAt(i + 1).equals("longer")) {
                negated = true;
            } else if (c == WordClass.TO) {
                int governing = governor(i - 1);
                if (governing == i - 1) {
                    return i - 1;
                }
                i = governing + 1;
            } else if (c == WordClass.COMMA && asideBefore(i) >= 0) {
                i = asideBefore(i);
            } else if (reading.lower[i].equals("or") && reading.classAt(i - 1) == WordClass.VERB
                    || reading.lower[i].equals("nor") && reading.classAt(i - 1) == WordClass.VERB) {
                i--;
            } else {
                return i;
            }
            i--;
        }
        return i;
    }

    private void negation(int i) {
        if (reading.lower[i].equals("nor") || !MERELY.contains(reading.wordAt(i + 1))) {
            negated = !negated;
        }
    }

    private void auxiliary(int i, int cue) {
        String word = reading.lower[i];
        String tag = reading.tokens.get(cue).tag();
        boolean base = !tag.equals("VBN") && !tag.equals("VBD");
        modal |= MODALS.contains(word) || WOULD_OR_HAD.contains(word) && base;
        if (word.equals("cannot") || word.endsWith("n't") || word.endsWith("n’t")) {
            negated = !negated;
        }
    }

    private void adverb(int i) {
        merely |= MERELY.contains(reading.lower[i]);
        ofThePast |= OF_THE_PAST.contains(reading.lower[i]);
    }

    /**
     * Takes the word that governs an infinitive or a gerund into account; returns the last token before it and what belongs to it, or
     * {@code at} if it governs nothing.
     */
    private int governor(int at) {
        int i = at;
        while (i >= floor && reading.classes[i] == WordClass.ADVERB && !Governors.isOne(reading, i)) {
            adverb(i);
            i--;
        }
        if (i < floor || reading.stretchOf[i] != stretch) {
            return at;
        }
        switch (Governors.at(reading, i)) {
            case REFUSES -> negated = !negated;
            case PLANS -> planned = true;
            case CARRIES_ON -> ofThePast = true;
            case NOTHING -> {
                boolean carriesOn = reading.classes[i] == WordClass.VERB || reading.classes[i] == WordClass.ADJECTIVE;
                if (BE.contains(reading.lower[i]) && reading.classAt(i + 1) == WordClass.TO) {
                    planned = true;
                } else if (!carriesOn) {
                    return at;
                }
            }
        }
        return i - 1;
    }

    /** "Had not, as of yesterday, announced": the comma before an aside that stands among helping verbs; -1 for none. */
    private int asideBefore(int comma) {
        for (int i = comma - 1; i >= Math.max(floor + 1, comma - LONGEST_ASIDE); i--) {
            if (reading.classes[i] == WordClass.COMMA) {
                boolean among =
                        reading.classAt(i - 1) == WordClass.AUXILIARY || NEGATIONS.contains(reading.wordAt(i - 1));
                return among ? i : -1;
            }
        }
        return -1;
    }

    /** The subject before the verb, and what opens the clause before that. */
    private void clause(int last) {
        int i = last;
        if (i >= floor && reading.classes[i] == WordClass.CLOSE_BRACKET) {
            while (i > floor && reading.classes[i] != WordClass.OPEN_BRACKET) {
                i--;
            }
            i--;
        }
        if (i < floor || reading.stretchOf[i] != stretch) {
            return;
        }
        boolean pronounLike = NOBODY.contains(reading.lower[i]) || EVERYBODY.contains(reading.lower[i]);
        boolean one = reading.lower[i].equals("one");
        if (!reading.classes[i].isNominal() && !pronounLike && !one) {
            imperative = reading.wordAt(last + 1).equals("do");
            return;
        }
        isPresent = PRESENT.contains(reading.lower[i]);
        int start = reading.classes[i].isNominal() ? NounPhrases.startOf(reading, i, floor) : i;
        if (one && reading.wordAt(i - 1).equals("no")) {
            start = i - 1;
        }
        if (NOBODY.contains(reading.lower[start])
                || EVERYBODY.contains(reading.lower[start])
                        && reading.wordAt(start - 1).equals("not")
                || reading.wordAt(start - 1).equals("of") && NOBODY.contains(reading.wordAt(start - 2))) {
            negated = !negated;
        }
        before(start - 1);
    }

    /** "If he says", "nor did he say", "would he say". */
    private void before(int i) {
        if (i < floor || reading.stretchOf[i] != stretch) {
            return;
        }
        if (CONDITIONS.contains(reading.lower[i])) {
            conditional = true;
        } else if (reading.lower[i].equals("nor")) {
            negation(i);
        } else if (reading.classes[i] == WordClass.AUXILIARY) {
            auxiliary(i, i + 1);
            if (NEGATIONS.contains(reading.wordAt(i - 1))) {
                negation(i - 1);
            }
        }
    }
}
