package org.onrecord.nlp.quote.speaker;

import java.util.Set;

import org.onrecord.nlp.quote.cue.Cue;
import org.onrecord.nlp.quote.reading.NounPhrases;
import org.onrecord.nlp.quote.reading.Reading;
import org.onrecord.nlp.quote.reading.TimeWords;
import org.onrecord.nlp.quote.reading.WordClass;

/**
 * How a noun phrase and a cue hang together in their sentence: helping verbs, asides, relative clauses, pairs. Phrases are told
 * by the token at which they begin or the one behind them. Of one cue; not changed once made.
 */
final class Constructions {

    private static final int FURTHEST = SpeakerCandidates.FURTHEST;
    private static final Set<String> ISSUING = Set.of(
            "issued",
            "issues",
            "released",
            "releases",
            "published",
            "publishes",
            "posted",
            "posts",
            "signed",
            "signs",
            "sent",
            "sends",
            "wrote",
            "writes",
            "made",
            "gave",
            "delivered");
    private static final int LONGEST_ISSUE = 12;
    private static final Set<String> QUOTES =
            Set.of("quoted", "quotes", "quoting", "quote", "cited", "cites", "citing");

    private final Reading reading;
    private final Cue cue;
    private final Reading.Range sentence;

    Constructions(Reading reading, Cue cue) {
        this.reading = reading;
        this.cue = cue;
        this.sentence = reading.sentence(cue.from());
    }

    /** "Lee and" before a noun phrase that runs up to the cue. */
    boolean beforePartner(int after) {
        int and = afterBrackets(after, cue.from());
        if (!reading.wordAt(and).equals("and") || and + 1 >= cue.from()) {
            return false;
        }
        int end = NounPhrases.endOf(reading, and + 1, cue.from());
        while (end < cue.from() && reading.classes[end] == WordClass.PREPOSITION) {
            int next = NounPhrases.endOf(reading, end + 1, cue.from());
            if (next <= end + 1) {
                return false;
            }
            end = next;
        }
        return end > and + 1 && onlyHelpers(end, cue.from());
    }

    /** Behind "and" and another phrase. */
    boolean isPartner(int from) {
        WordClass before = reading.classAt(from - 2);
        return reading.wordAt(from - 1).equals("and") && (before.isNominal() || before == WordClass.CLOSE_BRACKET);
    }

    /** A comma, and a phrase without a verb up to the cue. */
    boolean beforeApposition(int after) {
        int from = afterBrackets(after, cue.from());
        if (reading.classAt(from) != WordClass.COMMA || from + 1 >= cue.from()) {
            return false;
        }
        for (int i = from + 1; i < cue.from(); i++) {
            WordClass c = reading.classes[i];
            if (c == WordClass.COMMA || c.isVerbal() || c == WordClass.RELATIVE || reading.quoted(i)) {
                return c == WordClass.AUXILIARY && onlyHelpers(i, cue.from());
            }
        }
        return true;
    }

    /** A comma, a phrase without a verb, a comma, and "who" before the cue. */
    boolean beforeAsideAndWho(int after) {
        if (reading.classAt(after) != WordClass.COMMA) {
            return false;
        }
        for (int i = after + 1; i < cue.from(); i++) {
            if (reading.lower[i].equals("who")) {
                return i > after + 1 && reading.classes[i - 1] == WordClass.COMMA && onlyHelpers(i + 1, cue.from());
            }
            if (reading.classes[i].isVerbal()) {
                return false;
            }
        }
        return false;
    }

    /** "people who were at the meeting told": the "who" of a clause that runs up to the cue and has a verb; -1 for none. */
    int relativeBefore(int floor) {
        for (int i = cue.from() - 1; i > floor && !reading.quoted(i); i--) {
            WordClass c = reading.classes[i];
            if (c == WordClass.COMMA
                    || c == WordClass.SEMICOLON
                    || c == WordClass.DASH
                    || c == WordClass.SUBORDINATOR) {
                return -1;
            }
            if (reading.lower[i].equals("who")) {
                boolean behindNoun = reading.classAt(i - 1).isNominal()
                        || reading.wordAt(i - 1).equals("those");
                return behindNoun && !onlyHelpers(i + 1, cue.from()) && reading.hasFiniteVerb(i + 1, cue.from())
                        ? i
                        : -1;
            }
        }
        return -1;
    }

    /** "and said", "but also said". */
    boolean isJoined() {
        int before = cue.from() - 1;
        while (before > sentence.from()
                && (reading.classes[before] == WordClass.ADVERB || reading.classes[before] == WordClass.AUXILIARY)) {
            before--;
        }
        return reading.classAt(before) == WordClass.COORDINATOR;
    }

    /** The verb of issuing a document that stands right before the cue: "released a statement on Friday saying"; -1 for none. */
    int issueBefore(int floor) {
        boolean document = false;
        for (int i = cue.from() - 1; i > Math.max(floor, cue.from() - LONGEST_ISSUE); i--) {
            if (reading.quoted(i) || reading.classes[i] == WordClass.COMMA) {
                return -1;
            }
            document |= reading.classes[i] == WordClass.NOUN
                    && AnaphorKind.of(reading.lower[i], reading.tokens.get(i).tag()) == AnaphorKind.DOCUMENT;
            if (ISSUING.contains(reading.lower[i])) {
                return document ? i : -1;
            }
            if (reading.classes[i] == WordClass.VERB) {
                return -1;
            }
        }
        return -1;
    }

    /** "officials in Vigo, Spain said": Vigo. */
    boolean beforeRestOfPlace(int last) {
        if (reading.classes[last] != WordClass.NAME || reading.classAt(last + 1) != WordClass.COMMA) {
            return false;
        }
        int rest = last + 2;
        while (rest < cue.from() && reading.classes[rest] == WordClass.NAME && !reading.isPersonsName(rest)) {
            rest++;
        }
        return rest > last + 2 && !reading.isPersonsName(last) && onlyHelpers(rest, cue.from());
    }

    /** "An information ministry spokesman Wednesday said". */
    boolean isDayBehindSubject(int i) {
        return TimeWords.isTime(reading.lower[i])
                && i > sentence.from()
                && reading.classAt(i - 1).isNominal()
                && reading.classAt(i + 1).isVerbal();
    }

    /** Helping verbs and adverbs, and an aside in brackets: "Rep. Gwen Lee (D-Wis.) also said". */
    boolean onlyHelpers(int from, int to) {
        for (int i = afterBrackets(from, to); i < to; i++) {
            WordClass c = reading.classes[i];
            boolean day = i == from && i < to && reading.classes[i].isNominal() && isDayBehindSubject(i);
            if (c != WordClass.AUXILIARY && c != WordClass.ADVERB && !day) {
                return false;
            }
        }
        return true;
    }

    int afterBrackets(int from, int to) {
        if (reading.classAt(from) != WordClass.OPEN_BRACKET) {
            return from;
        }
        for (int i = from; i < to; i++) {
            if (reading.classes[i] == WordClass.CLOSE_BRACKET) {
                return i + 1;
            }
        }
        return from;
    }

    boolean isSubject(int after) {
        int i = afterBrackets(after, cue.to());
        while (i < cue.to() && (reading.classes[i] == WordClass.ADVERB)) {
            i++;
        }
        return i < cue.to()
                && (reading.classes[i] == WordClass.VERB
                        || reading.classes[i] == WordClass.AUXILIARY
                        || i == cue.from());
    }

    /** "The bank lacks money, said Kerry": a verb right behind it that is not the cue's. */
    boolean subjectOfOther(int after) {
        int i = after;
        while (reading.classAt(i) == WordClass.ADVERB || reading.classAt(i) == WordClass.AUXILIARY) {
            i++;
        }
        return i < cue.from() && (reading.classes[i] == WordClass.VERB || i > after);
    }

    boolean beforeWho(int after) {
        int who = reading.classAt(after) == WordClass.COMMA ? after + 1 : after;
        String word = reading.wordAt(who);
        boolean that = word.equals("that") && who == after && reading.classAt(after - 1) == WordClass.NOUN;
        return (word.equals("who") || word.equals("which") || that) && onlyHelpers(who + 1, cue.from());
    }

    boolean beforeCommas(int after) {
        int before = cue.from() - 1;
        while (before > after
                && (reading.classes[before] == WordClass.AUXILIARY || reading.classes[before] == WordClass.ADVERB)) {
            before--;
        }
        return reading.classAt(after) == WordClass.COMMA
                && reading.classAt(before) == WordClass.COMMA
                && before > after;
    }

    /** Behind the content and its comma or quotation mark, and nothing that begins a clause behind the name. */
    boolean isInversion(int to) {
        int before = cue.from() - 1;
        WordClass left = reading.classAt(before);
        boolean behindContent = before >= sentence.from()
                && (reading.quoted(before)
                        || left == WordClass.COMMA
                        || left == WordClass.QUOTE
                        || left == WordClass.DASH
                        || left == WordClass.STOP);
        WordClass right = reading.classAt(to);
        return behindContent
                && cue.form() == Cue.Form.FINITE
                && !right.isVerbal()
                && !reading.wordAt(to).equals("that")
                && right != WordClass.QUOTE;
    }

    boolean isGoverned(int from) {
        WordClass left = reading.classAt(from - 1);
        return left == WordClass.PREPOSITION || left == WordClass.TO;
    }

    /** The verb of quoting in "the paper quoted officials as saying"; -1 where the cue is none of that. */
    int quotingVerb() {
        if (!reading.wordAt(cue.from() - 1).equals("as") || cue.form() != Cue.Form.GERUND) {
            return -1;
        }
        for (int i = cue.from() - 2; i >= Math.max(sentence.from(), cue.from() - FURTHEST); i--) {
            if (QUOTES.contains(reading.lower[i]) && !reading.quoted(i)) {
                return i;
            }
        }
        return -1;
    }
}
