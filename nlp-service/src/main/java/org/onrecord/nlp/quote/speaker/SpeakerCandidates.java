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

/**
 * The noun phrases around a cue that may name its speaker, each with its traits. Looks no farther than a sentence, and at a
 * bounded number of tokens.
 */
public final class SpeakerCandidates {

    static final int FURTHEST = 70;
    private static final Set<String> SUBJECT_PRONOUNS = Set.of("he", "she", "they", "i", "we", "you");
    private final Reading reading;
    private final Cue cue;
    private final Reading.Range sentence;
    private final Constructions constructions;
    private final List<SpeakerCandidate> found = new ArrayList<>();

    private SpeakerCandidates(Reading reading, Cue cue) {
        this.reading = reading;
        this.cue = cue;
        this.sentence = reading.sentence(cue.from());
        this.constructions = new Constructions(reading, cue);
    }

    /**
     * Those of a cue of a document, none of them within quotation marks; empty where nobody may speak. May be called by many
     * threads at once.
     */
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
        int who = constructions.relativeBefore(floor);
        WordClass mark = reading.classAt(cue.from() - 1);
        int issue = constructions.issueBefore(floor);
        boolean behindMark = mark == WordClass.COMMA || reading.closesStretch(cue.from() - 1);
        for (int i = cue.from() - 1; i >= floor; i--) {
            i = beforeBrackets(i, floor);
            if (reading.quoted(i) || !mayHead(i) || joinsRight(i)) {
                continue;
            }
            SpeakerPhrases.Phrase phrase = phrases.endingWith(NounPhrases.startOf(reading, i, floor), i + 1);
            double[] traits = traits(phrase.from(), phrase.head());
            set(traits, SpeakerTrait.SUBJECT, constructions.isSubject(i + 1));
            boolean directly = constructions.onlyHelpers(i + 1, cue.from()) || constructions.beforeRestOfPlace(i);
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
                    gerund && !directly && constructions.isSubject(i + 1) && !constructions.isGoverned(phrase.from()));
            set(traits, SpeakerTrait.FIRST_OF_PAIR, constructions.beforePartner(i + 1));
            set(traits, SpeakerTrait.SECOND_OF_PAIR, constructions.isPartner(phrase.from()));
            set(
                    traits,
                    SpeakerTrait.BEFORE_APPOSITION,
                    reading.isPersonsName(i) && constructions.beforeApposition(i + 1));
            set(
                    traits,
                    SpeakerTrait.APPOSITION,
                    !reading.isPersonsName(i)
                            && reading.classAt(phrase.from() - 1) == WordClass.COMMA
                            && reading.isPersonsName(phrase.from() - 2));
            set(
                    traits,
                    SpeakerTrait.BEFORE_ASIDE_AND_WHO,
                    reading.isPersonsName(i) && constructions.beforeAsideAndWho(i + 1));
            quotedAs(traits, phrase.from(), i + 1);
            set(
                    traits,
                    SpeakerTrait.SUBJECT_OF_JOINED,
                    constructions.isSubject(i + 1)
                            && !constructions.isGoverned(phrase.from())
                            && constructions.isJoined());
            set(
                    traits,
                    SpeakerTrait.ISSUER,
                    constructions.isSubject(i + 1) && issue > i && !constructions.isGoverned(phrase.from()));
            set(traits, SpeakerTrait.ISSUED, issue >= 0 && phrase.from() > issue);
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
            if (set(traits, SpeakerTrait.BEFORE_WHO, constructions.beforeWho(i + 1))) {
                // Who says it is the subject of the clause, whatever governs it before: "drafted by Lee, who said".
                set(traits, SpeakerTrait.AFTER_PREPOSITION, false);
                set(traits, SpeakerTrait.AFTER_VERB, false);
            }
            set(traits, SpeakerTrait.BEFORE_COMMAS, constructions.beforeCommas(i + 1));
            set(
                    traits,
                    SpeakerTrait.OTHER_VERB_BETWEEN,
                    behindMark && cue.form() == Cue.Form.FINITE && constructions.subjectOfOther(i + 1));
            set(traits, SpeakerTrait.RELATIVE_HEAD, i + 1 == who);
            set(traits, SpeakerTrait.WITHIN_RELATIVE, who >= 0 && phrase.from() > who);
            found.add(new SpeakerCandidate(phrase.from(), phrase.head(), i + 1, traits));
            i = phrase.from();
        }
    }

    /** "The paper quoted officials as saying", "officials were quoted as saying". */
    private void quotedAs(double[] traits, int from, int to) {
        int verb = constructions.quotingVerb();
        if (verb < 0) {
            return;
        }
        boolean passive = reading.classAt(verb - 1) == WordClass.AUXILIARY && verb == cue.from() - 2;
        set(traits, SpeakerTrait.QUOTED_AS, from == verb + 1);
        set(traits, SpeakerTrait.QUOTES_ANOTHER, to <= verb && !passive);
        set(traits, SpeakerTrait.WAS_QUOTED_AS, passive && to <= verb && constructions.isSubject(to));
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
        return reading.classes[i].isNominal() && !isPartyLabel(i) && !constructions.isDayBehindSubject(i)
                || (reading.classes[i] == WordClass.NUMBER || isOneOfTwo(i))
                        && constructions.onlyHelpers(i + 1, cue.from());
    }

    /** "the former", "the latter": adjectives that stand for somebody. */
    private boolean isOneOfTwo(int i) {
        boolean word = reading.lower[i].equals("former") || reading.lower[i].equals("latter");
        return word && reading.wordAt(i - 1).equals("the");
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
                && !constructions.isDayBehindSubject(i + 1);
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
        boolean inverted = !according && constructions.isInversion(phrase.to());
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
}
