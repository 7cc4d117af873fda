package org.onrecord.nlp.quote.speaker;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.onrecord.nlp.quote.cue.Cue;
import org.onrecord.nlp.quote.cue.CueNouns;
import org.onrecord.nlp.quote.cue.SpeakingNouns;
import org.onrecord.nlp.quote.reading.NounPhrases;
import org.onrecord.nlp.quote.reading.Reading;
import org.onrecord.nlp.quote.reading.TimeWords;
import org.onrecord.nlp.quote.reading.WordClass;

/** The noun phrases around a cue that may name its speaker, each with its traits. */
public final class SpeakerCandidates {

    private static final int FURTHEST = 70;
    private static final Set<String> QUOTES =
            Set.of("quoted", "quotes", "quoting", "quote", "cited", "cites", "citing");
    private static final Set<String> SUBJECT_PRONOUNS = Set.of("he", "she", "they", "i", "we", "you");
    private final Reading reading;
    private final Cue cue;
    private final Reading.Range sentence;
    private final List<SpeakerCandidate> found = new ArrayList<>();

    private SpeakerCandidates(Reading reading, Cue cue) {
        this.reading = reading;
        this.cue = cue;
        this.sentence = reading.sentence(cue.from());
    }

    public static List<SpeakerCandidate> around(Reading reading, Cue cue) {
        SpeakerCandidates candidates = new SpeakerCandidates(reading, cue);
        if (cue.form() == Cue.Form.NOUN && CueNouns.possessorBefore(reading, cue.from()) >= 0) {
            candidates.possessor();
            return candidates.found;
        }
        if (cue.form() != Cue.Form.ACCORDING) {
            candidates.before();
        }
        candidates.after();
        candidates.fronted();
        candidates.agent();
        return candidates.found;
    }

    /** "Rubio's claim", "his promise". */
    private void possessor() {
        int last = CueNouns.possessorBefore(reading, cue.from());
        int from = reading.classes[last].isNominal() ? NounPhrases.startOf(reading, last, sentence.from()) : last;
        double[] traits = traits(from, last + 1);
        traits[SpeakerTrait.AFTER_PREPOSITION.ordinal()] = 0;
        traits[SpeakerTrait.AFTER_VERB.ordinal()] = 0;
        set(traits, SpeakerTrait.POSSESSOR, true);
        found.add(new SpeakerCandidate(from, last + 1, last + 1, traits));
    }

    private void before() {
        int floor = Math.max(sentence.from(), cue.from() - FURTHEST);
        SpeakerPhrases phrases = new SpeakerPhrases(reading, floor);
        int who = relativeBefore(floor);
        WordClass mark = reading.classAt(cue.from() - 1);
        boolean behindMark = mark == WordClass.COMMA || reading.closesStretch(cue.from() - 1);
        for (int i = cue.from() - 1; i >= floor; i--) {
            i = beforeBrackets(i, floor);
            if (reading.quoted(i) || !mayHead(i) || joinsRight(i)) {
                continue;
            }
            SpeakerPhrases.Phrase phrase = phrases.endingWith(NounPhrases.startOf(reading, i, floor), i + 1);
            double[] traits = traits(phrase.from(), phrase.head());
            set(traits, SpeakerTrait.SUBJECT, isSubject(i + 1));
            boolean directly = onlyHelpers(i + 1, cue.from()) || beforeRestOfPlace(i);
            boolean gerund = cue.form() == Cue.Form.GERUND;
            boolean document = traits[SpeakerTrait.DOCUMENT.ordinal()] > 0;
            set(traits, SpeakerTrait.DIRECTLY_BEFORE_GERUND, directly && gerund);
            set(
                    traits,
                    SpeakerTrait.WITH_AND_GERUND,
                    directly && gerund && reading.wordAt(phrase.from() - 1).equals("with"));
            set(traits, SpeakerTrait.DOCUMENT_BEFORE_GERUND, directly && gerund && document);
            set(
                    traits,
                    SpeakerTrait.SUBJECT_BEFORE_GERUND,
                    gerund && !directly && isSubject(i + 1) && !isGoverned(phrase.from()));
            set(traits, SpeakerTrait.FIRST_OF_PAIR, beforePartner(i + 1));
            set(traits, SpeakerTrait.SECOND_OF_PAIR, isPartner(phrase.from()));
            set(traits, SpeakerTrait.BEFORE_APPOSITION, reading.isPersonsName(i) && beforeApposition(i + 1));
            set(
                    traits,
                    SpeakerTrait.APPOSITION,
                    !reading.isPersonsName(i)
                            && reading.classAt(phrase.from() - 1) == WordClass.COMMA
                            && reading.isPersonsName(phrase.from() - 2));
            set(traits, SpeakerTrait.BEFORE_ASIDE_AND_WHO, reading.isPersonsName(i) && beforeAsideAndWho(i + 1));
            quotedAs(traits, phrase.from(), i + 1);
            set(traits, SpeakerTrait.OPENS_SENTENCE, phrase.from() == sentence.from());
            set(
                    traits,
                    SpeakerTrait.REST_OF_PLACE,
                    reading.classes[i] == WordClass.NAME
                            && !reading.isPersonsName(i)
                            && reading.classAt(phrase.from() - 1) == WordClass.COMMA
                            && reading.classAt(phrase.from() - 2) == WordClass.NAME);
            set(traits, SpeakerTrait.DIRECTLY_BEFORE, directly && cue.form() != Cue.Form.PASSIVE);
            set(traits, SpeakerTrait.PASSIVE_SUBJECT, directly && cue.form() == Cue.Form.PASSIVE);
            if (set(traits, SpeakerTrait.BEFORE_WHO, beforeWho(i + 1))) {
                // Who says it is the subject of the clause, whatever governs it before: "drafted by Lee, who said".
                set(traits, SpeakerTrait.AFTER_PREPOSITION, false);
                set(traits, SpeakerTrait.AFTER_VERB, false);
            }
            set(traits, SpeakerTrait.BEFORE_COMMAS, beforeCommas(i + 1));
            set(
                    traits,
                    SpeakerTrait.OTHER_VERB_BETWEEN,
                    behindMark && cue.form() == Cue.Form.FINITE && subjectOfOther(i + 1));
            set(traits, SpeakerTrait.RELATIVE_HEAD, i + 1 == who);
            set(traits, SpeakerTrait.WITHIN_RELATIVE, who >= 0 && phrase.from() > who);
            found.add(new SpeakerCandidate(phrase.from(), phrase.head(), i + 1, traits));
            i = phrase.from();
        }
    }

    /** "officials in Vigo, Spain said": Vigo. */
    private boolean beforeRestOfPlace(int last) {
        if (reading.classes[last] != WordClass.NAME || reading.classAt(last + 1) != WordClass.COMMA) {
            return false;
        }
        int rest = last + 2;
        while (rest < cue.from() && reading.classes[rest] == WordClass.NAME && !reading.isPersonsName(rest)) {
            rest++;
        }
        return rest > last + 2 && !reading.isPersonsName(last) && onlyHelpers(rest, cue.from());
    }

    private boolean isGoverned(int from) {
        WordClass left = reading.classAt(from - 1);
        return left == WordClass.PREPOSITION || left == WordClass.TO;
    }

    /** "Lee and" before a noun phrase that runs up to the cue. */
    private boolean beforePartner(int after) {
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
    private boolean isPartner(int from) {
        WordClass before = reading.classAt(from - 2);
        return reading.wordAt(from - 1).equals("and") && (before.isNominal() || before == WordClass.CLOSE_BRACKET);
    }

    /** A comma, and a phrase without a verb up to the cue. */
    private boolean beforeApposition(int after) {
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
    private boolean beforeAsideAndWho(int after) {
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

    /** "The paper quoted officials as saying", "officials were quoted as saying". */
    private void quotedAs(double[] traits, int from, int to) {
        if (!reading.wordAt(cue.from() - 1).equals("as") || cue.form() != Cue.Form.GERUND) {
            return;
        }
        int verb = -1;
        for (int i = cue.from() - 2; i >= Math.max(sentence.from(), cue.from() - FURTHEST); i--) {
            if (QUOTES.contains(reading.lower[i]) && !reading.quoted(i)) {
                verb = i;
                break;
            }
        }
        if (verb < 0) {
            return;
        }
        boolean passive = reading.classAt(verb - 1) == WordClass.AUXILIARY && verb == cue.from() - 2;
        set(traits, SpeakerTrait.QUOTED_AS, from == verb + 1);
        set(traits, SpeakerTrait.QUOTES_ANOTHER, to <= verb && !passive);
        set(traits, SpeakerTrait.WAS_QUOTED_AS, passive && to <= verb && isSubject(to));
    }

    /** "people who were at the meeting told": the "who" of a clause that runs up to the cue and has a verb; -1 for none. */
    private int relativeBefore(int floor) {
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

    /** "R-S.C." in "Sen. Lindsey Graham, R-S.C., said". */
    private boolean isPartyLabel(int i) {
        String text = reading.tokens.get(i).text();
        return text.length() > 3
                && text.charAt(1) == '-'
                && "RDI".indexOf(text.charAt(0)) >= 0
                && Character.isUpperCase(text.charAt(2));
    }

    /** A noun, a name, a pronoun; "six in 10" right before the cue. */
    private boolean mayHead(int i) {
        return reading.classes[i].isNominal() && !isPartyLabel(i) && !isDayBehindSubject(i)
                || reading.classes[i] == WordClass.NUMBER && onlyHelpers(i + 1, cue.from());
    }

    /** "An information ministry spokesman Wednesday said". */
    private boolean isDayBehindSubject(int i) {
        return TimeWords.isTime(reading.lower[i])
                && i > sentence.from()
                && reading.classAt(i - 1).isNominal()
                && reading.classAt(i + 1).isVerbal();
    }

    private int beforeBrackets(int i, int floor) {
        if (reading.classes[i] == WordClass.CLOSE_BRACKET) {
            for (int k = i; k > Math.max(floor, i - 12); k--) {
                if (reading.classes[k] == WordClass.OPEN_BRACKET) {
                    return k - 1;
                }
            }
        }
        return i;
    }

    private boolean joinsRight(int i) {
        WordClass next = reading.classAt(i + 1);
        return i + 1 < cue.from()
                && (next == WordClass.NOUN || next == WordClass.NAME || next == WordClass.POSSESSIVE)
                && !isDayBehindSubject(i + 1);
    }

    private void after() {
        int from = cue.to();
        while (reading.classAt(from) == WordClass.ADVERB && from < cue.to() + 2) {
            from++;
        }
        SpeakerPhrases phrases = new SpeakerPhrases(reading, sentence.from());
        int to = phrases.headEnd(from, sentence.to());
        if (to <= from || reading.quoted(from)) {
            return;
        }
        SpeakerPhrases.Phrase phrase = phrases.beginningWith(from, to, sentence.to());
        double[] traits = traits(from, to);
        traits[SpeakerTrait.AFTER_PREPOSITION.ordinal()] = 0;
        traits[SpeakerTrait.AFTER_VERB.ordinal()] = 0;
        boolean according = cue.form() == Cue.Form.ACCORDING;
        boolean inverted = !according && isInversion(phrase.to());
        set(traits, SpeakerTrait.AFTER_ACCORDING, according);
        boolean quotation = reading.quoted(cue.from() - 1) || reading.quoted(cue.from() - 2);
        set(traits, SpeakerTrait.INVERTED, inverted && quotation);
        set(traits, SpeakerTrait.INVERTED_AFTER_COMMA, inverted && !quotation);
        set(traits, SpeakerTrait.AFTER_CUE, !according && !inverted);
        found.add(new SpeakerCandidate(from, to, phrase.to(), traits));
    }

    private void agent() {
        if (cue.form() != Cue.Form.PASSIVE || !reading.wordAt(cue.to()).equals("by")) {
            return;
        }
        int to = NounPhrases.endOf(reading, cue.to() + 1, sentence.to());
        if (to > cue.to() + 1) {
            double[] traits = traits(cue.to() + 1, to);
            set(traits, SpeakerTrait.PASSIVE_AGENT, true);
            found.add(new SpeakerCandidate(cue.to() + 1, to, to, traits));
        }
    }

    private void fronted() {
        boolean opens = cue.from() - sentence.from() < 3 && found.stream().noneMatch(s -> s.from() < cue.from());
        if (!opens || cue.form() == Cue.Form.ACCORDING) {
            return;
        }
        for (int i = cue.to(); i < Math.min(sentence.to() - 2, cue.to() + FURTHEST); i++) {
            boolean comma = reading.classes[i] == WordClass.COMMA && !reading.quoted(i)
                    || reading.closesStretch(i) && reading.classAt(i - 1) == WordClass.COMMA;
            int from = i + 1;
            int to = comma ? NounPhrases.endOf(reading, from, sentence.to()) : from;
            if (to > from
                    && !reading.quoted(from)
                    && (reading.classAt(to).isVerbal() || reading.classAt(to) == WordClass.ADVERB)) {
                double[] traits = traits(from, to);
                set(traits, SpeakerTrait.AFTER_FRONTED, true);
                found.add(new SpeakerCandidate(from, to, to, traits));
                return;
            }
        }
    }

    /** Behind the content and its comma or quotation mark, and nothing that begins a clause behind the name. */
    private boolean isInversion(int to) {
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

    private double[] traits(int from, int to) {
        double[] traits = new double[SpeakerTrait.values().length];
        String last = reading.lower[to - 1];
        WordClass kind = reading.classes[to - 1];
        if (kind == WordClass.PRONOUN) {
            set(traits, SpeakerTrait.SUBJECT_PRONOUN, SUBJECT_PRONOUNS.contains(last));
        }
        set(traits, SpeakerTrait.NAME, kind == WordClass.NAME);
        set(traits, SpeakerTrait.PERSONS_NAME, reading.isPersonsName(to - 1));
        AnaphorKind anaphor = AnaphorKind.of(last, reading.tokens.get(to - 1).tag());
        set(traits, SpeakerTrait.DOCUMENT, kind == WordClass.NOUN && anaphor == AnaphorKind.DOCUMENT);
        set(traits, SpeakerTrait.SPEAKING_NOUN, SpeakingNouns.contains(last));
        set(traits, SpeakerTrait.TIME_WORD, TimeWords.isTime(last));
        WordClass left = from > sentence.from() ? reading.classAt(from - 1) : WordClass.OTHER;
        set(traits, SpeakerTrait.AFTER_PREPOSITION, left == WordClass.PREPOSITION || left == WordClass.TO);
        set(traits, SpeakerTrait.AFTER_VERB, left == WordClass.VERB || left == WordClass.GERUND);
        return traits;
    }

    private static boolean set(double[] traits, SpeakerTrait trait, boolean value) {
        traits[trait.ordinal()] = value ? 1 : 0;
        return value;
    }

    /** Helping verbs and adverbs, and an aside in brackets: "Rep. Gwen Lee (D-Wis.) also said". */
    private boolean onlyHelpers(int from, int to) {
        for (int i = afterBrackets(from, to); i < to; i++) {
            WordClass c = reading.classes[i];
            boolean day = i == from && i < to && reading.classes[i].isNominal() && isDayBehindSubject(i);
            if (c != WordClass.AUXILIARY && c != WordClass.ADVERB && !day) {
                return false;
            }
        }
        return true;
    }

    private int afterBrackets(int from, int to) {
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

    private boolean isSubject(int after) {
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
    private boolean subjectOfOther(int after) {
        int i = after;
        while (reading.classAt(i) == WordClass.ADVERB || reading.classAt(i) == WordClass.AUXILIARY) {
            i++;
        }
        return i < cue.from() && (reading.classes[i] == WordClass.VERB || i > after);
    }

    private boolean beforeWho(int after) {
        int who = reading.classAt(after) == WordClass.COMMA ? after + 1 : after;
        String word = reading.wordAt(who);
        boolean that = word.equals("that") && who == after && reading.classAt(after - 1) == WordClass.NOUN;
        return (word.equals("who") || word.equals("which") || that) && onlyHelpers(who + 1, cue.from());
    }

    private boolean beforeCommas(int after) {
        int before = cue.from() - 1;
        while (before > after
                && (reading.classes[before] == WordClass.AUXILIARY || reading.classes[before] == WordClass.ADVERB)) {
            before--;
        }
        return reading.classAt(after) == WordClass.COMMA
                && reading.classAt(before) == WordClass.COMMA
                && before > after;
    }
}
