package org.onrecord.nlp.quote.speaker;

import java.util.Set;

import org.onrecord.nlp.quote.reading.NounPhrases;
import org.onrecord.nlp.quote.reading.Reading;
import org.onrecord.nlp.quote.reading.TimeWords;
import org.onrecord.nlp.quote.reading.WordClass;

/**
 * From the noun phrase beside a cue to the whole phrase that speaks, and to its head: it is the mayor who speaks in "the
 * mayor of London said", the lawyer in "Trump's lawyer said", the officials in "officials briefed on the talks said".
 */
final class SpeakerPhrases {

    private static final int LONGEST = 30;

    private static final Set<String> LINKS = Set.of(
            "of", "for", "at", "in", "from", "with", "on", "to", "against", "near", "under", "behind", "within",
            "inside", "about", "around", "between", "among", "by");
    /** Words between a head and its preposition: "people familiar with the matter". */
    private static final Set<String> POSTMODIFIERS = Set.of(
            "familiar",
            "close",
            "loyal",
            "opposed",
            "critical",
            "present",
            "briefed",
            "involved",
            "based",
            "interviewed",
            "surveyed",
            "polled",
            "quoted",
            "knowledgeable",
            "sympathetic",
            "speaking",
            "working",
            "attending",
            "living");
    /** Heads without a noun: "one of his aides", "most of them". */
    private static final Set<String> PARTITIVES =
            Set.of("one", "some", "many", "most", "several", "all", "few", "both", "none", "half", "each", "any");

    private static final Set<String> COMPARISONS = Set.of("more", "less", "fewer");

    /** "one of the authors": a head without a noun. */
    static boolean isPartitive(String word) {
        return PARTITIVES.contains(word);
    }

    private final Reading reading;
    private final int floor;

    SpeakerPhrases(Reading reading, int floor) {
        this.reading = reading;
        this.floor = floor;
    }

    /**
     * A phrase that may speak.
     *
     * @param from first token of the whole
     * @param head one past the last token of its head
     * @param to one past the last token of the whole
     */
    public record Phrase(int from, int head, int to) {}

    /** The whole phrase that ends with the noun phrase {@code [from, to)}. */
    Phrase endingWith(int from, int to) {
        int start = from;
        int head = to;
        while (to - start < LONGEST) {
            int link = linkBefore(start);
            if (link < 0) {
                break;
            }
            if (!isTitleOf(link, to)) {
                head = nounBefore(link);
            }
            start = headStart(nounBefore(link) - 1);
        }
        return start == from || isGoverned(start) ? new Phrase(from, to, to) : new Phrase(start, head, to);
    }

    /** The whole phrase that begins with the noun phrase {@code [from, to)}: "one of his aides", "a spokesman for the bank". */
    Phrase beginningWith(int from, int to, int ceiling) {
        if (reading.classAt(to - 1) == WordClass.PRONOUN || reading.isPersonsName(to - 1)) {
            return new Phrase(from, to, to);
        }
        int end = to;
        while (end - from < LONGEST && !reading.quoted(end)) {
            int link = behindParticiple(behindTime(end, ceiling));
            int next = LINKS.contains(reading.wordAt(link)) ? NounPhrases.endOf(reading, link + 1, ceiling) : link;
            if (next <= link + 1
                    || TimeWords.isTime(reading.wordAt(next - 1))
                    || reading.classAt(next).isVerbal() && !isMadeBy(next)) {
                break;
            }
            end = next;
        }
        return new Phrase(from, to, end);
    }

    /** "a statement released by": the preposition behind the participle; the same token where none stands. */
    private int behindParticiple(int token) {
        return isMadeBy(token) ? token + 1 : token;
    }

    private boolean isMadeBy(int token) {
        return token > 0
                && token < reading.tokens.size()
                && reading.tokens.get(token).tag().startsWith("VB")
                && reading.wordAt(token + 1).equals("by")
                && reading.classAt(token - 1).isNominal();
    }

    /** "a report on Wednesday by": where the preposition behind the day stands; the same token where none does. */
    private int behindTime(int token, int ceiling) {
        boolean on = LINKS.contains(reading.wordAt(token));
        int end = NounPhrases.endOf(reading, on ? token + 1 : token, ceiling);
        boolean time = end > token && TimeWords.isTime(reading.wordAt(end - 1));
        return time && reading.wordAt(end).equals("by") ? end : token;
    }

    /** The preposition that links the phrase starting here to a noun on its left; -1 where there is none. */
    private int linkBefore(int start) {
        int link = start - 1;
        if (link <= floor || reading.quoted(link) || !LINKS.contains(reading.lower[link])) {
            return -1;
        }
        int noun = nounBefore(link) - 1;
        if (noun < floor || reading.quoted(noun)) {
            return -1;
        }
        boolean heads = reading.classes[noun].isNominal() && reading.classes[noun] != WordClass.PRONOUN
                || reading.classes[noun] == WordClass.NUMBER
                || reading.lower[link].equals("of") && PARTITIVES.contains(reading.lower[noun])
                || reading.lower[noun].equals("those");
        return heads ? link : -1;
    }

    /** One past the noun that a preposition belongs to. */
    private int nounBefore(int link) {
        return POSTMODIFIERS.contains(reading.lower[link - 1]) || isMadeBy(link - 1) ? link - 1 : link;
    }

    private int headStart(int noun) {
        if (reading.classes[noun].isNominal()) {
            return NounPhrases.startOf(reading, noun, floor);
        }
        boolean moreThan = noun - 2 >= floor
                && reading.lower[noun - 1].equals("than")
                && COMPARISONS.contains(reading.lower[noun - 2]);
        return moreThan ? noun - 2 : noun;
    }

    /** One past the head that begins here: a noun phrase, or "one" in "one of his aides"; {@code from} where none does. */
    int headEnd(int from, int ceiling) {
        boolean partitive = PARTITIVES.contains(reading.wordAt(from))
                && reading.wordAt(from + 1).equals("of");
        boolean those = reading.wordAt(from).equals("those") && LINKS.contains(reading.wordAt(from + 1));
        return partitive || those ? from + 1 : NounPhrases.endOf(reading, from, ceiling);
    }

    /** "Secretary of State John Kerry": a title, and the person's own name at the end. */
    private boolean isTitleOf(int link, int to) {
        int noun = link - 1;
        int start = headStart(noun);
        return reading.capitalised(noun)
                && !reading.tokens.get(noun).tag().endsWith("S")
                && reading.isPersonsName(to - 1)
                && !reading.isPersonsName(noun)
                && reading.classes[start] != WordClass.DETERMINER
                && !hasPossessive(start, link);
    }

    /** Object of a verb or a preposition, so no subject: "In talks with the mayor of London he said". */
    private boolean isGoverned(int start) {
        if (start == floor + 1 && reading.classAt(floor) == WordClass.VERB && reading.capitalised(floor)) {
            // "Lead author Ann Lee": no sentence of news begins with what is to be done.
            return false;
        }
        WordClass left = start > floor ? reading.classAt(start - 1) : WordClass.OTHER;
        return left == WordClass.PREPOSITION
                || left == WordClass.TO
                || left == WordClass.SUBORDINATOR
                || left == WordClass.VERB
                || left == WordClass.GERUND;
    }

    private boolean hasPossessive(int from, int to) {
        for (int i = from; i < to; i++) {
            if (reading.classes[i] == WordClass.POSSESSIVE) {
                return true;
            }
        }
        return false;
    }
}
