package org.onrecord.nlp.quote.cue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.onrecord.nlp.quote.reading.NounPhrases;
import org.onrecord.nlp.quote.reading.Reading;
import org.onrecord.nlp.quote.reading.WordClass;

/** Finds the cues of a document: verbs of saying from the table, "according to", a name before a colon. */
public final class CueFinder {

    private static final Set<String> BE = Set.of(
            "is", "are", "was", "were", "be", "been", "being", "am", "’s", "'s", "’re", "'re", "get", "got", "gets");
    private static final CueLexicon.Entry ACCORDING = new CueLexicon.Entry("according to", new String[] {"to"}, "c", 1);
    private static final CueLexicon.Entry PER = new CueLexicon.Entry("per", new String[0], "c", 3);
    private static final CueLexicon.Entry UNKNOWN = new CueLexicon.Entry("", new String[0], "c", 4);
    private static final int WIDEST_QUOTED_GRADE = 2;
    private static final CueLexicon.Entry OPEN = new CueLexicon.Entry("", new String[0], "q", 4);
    private static final CueLexicon.Entry FRAGMENT = new CueLexicon.Entry("", new String[0], "o", 4);
    /** Forms that are the same as a noun's; the tagger decides between them. */
    private static final Set<String> CERTAIN = Set.of(
            "said",
            "says",
            "told",
            "tells",
            "wrote",
            "writes",
            "asked",
            "argued",
            "argues",
            "insisted",
            "insists",
            "noted",
            "added",
            "adds",
            "tweeted",
            "explained",
            "explains",
            "declared",
            "acknowledged",
            "claimed",
            "admitted",
            "warned",
            "stressed",
            "suggested",
            "announced",
            "saying",
            "telling",
            "adding");

    /** "Leyts, when asked whether …": passive without a form of "be". */
    private static final Set<String> WITHOUT_BE = Set.of("when", "if", "once");

    private final CueLexicon lexicon;
    private final CueNouns nouns;

    public CueFinder(CueLexicon lexicon, CueNouns nouns) {
        this.lexicon = lexicon;
        this.nouns = nouns;
    }

    public List<Cue> find(Reading reading) {
        List<Cue> cues = new ArrayList<>();
        for (int i = 0; i < reading.lower.length; i++) {
            Optional<Cue> cue = at(reading, i);
            if (cue.isPresent()) {
                cues.add(cue.get());
                i = cue.get().to() - 1;
            }
        }
        return cues;
    }

    private Optional<Cue> at(Reading reading, int i) {
        if (reading.lower[i].equals("according") && reading.wordAt(i + 1).equals("to")) {
            return Optional.of(new Cue(i, i + 2, ACCORDING, Cue.Form.ACCORDING));
        }
        if (FalseCues.isNone(reading, i)) {
            return Optional.empty();
        }
        if (reading.lower[i].equals("per") && reading.classAt(i + 1) != WordClass.NOUN) {
            return Optional.of(new Cue(i, i + 1, PER, Cue.Form.ACCORDING));
        }
        boolean quoted = reading.quoted(i);
        Optional<Cue> withheld = quoted ? Optional.empty() : WithheldCues.at(reading, i);
        if (withheld.isPresent()) {
            return withheld;
        }
        Optional<Cue> rejected = quoted ? Optional.empty() : ClaimNouns.rejectedAt(reading, i);
        if (rejected.isPresent()) {
            return rejected;
        }
        for (CueLexicon.Entry entry : lexicon.entries(reading.lower[i])) {
            if (isVerb(reading, i)
                    && (!quoted || entry.grade() <= WIDEST_QUOTED_GRADE)
                    && followedBy(reading, i + 1, entry.rest())
                    && !FalseCues.isFalse(reading, i, entry)
                    && mayTake(reading, i, entry)) {
                return Optional.of(new Cue(i, i + 1 + entry.rest().length, entry, form(reading, i)));
            }
        }
        if (quoted) {
            return Optional.empty();
        }
        Optional<Cue> noun = nouns.at(reading, i);
        if (noun.isPresent()) {
            return noun;
        }
        if (besideQuotation(reading, i)) {
            return Optional.of(new Cue(i, i + 1, OPEN, Cue.Form.FINITE));
        }
        if (beforeFragment(reading, i)) {
            return Optional.of(new Cue(i, i + 1, FRAGMENT, form(reading, i)));
        }
        return beforeThat(reading, i) ? Optional.of(new Cue(i, i + 1, UNKNOWN, form(reading, i))) : Optional.empty();
    }

    /** Verbs that take quoted words only ("he began: “…”") report nothing in a sentence without any. */
    private static boolean mayTake(Reading reading, int i, CueLexicon.Entry entry) {
        if (!entry.frames().equals("q")) {
            return true;
        }
        Reading.Range sentence = reading.sentence(i);
        for (int k = sentence.from(); k < sentence.to(); k++) {
            if (reading.quoted(k)) {
                return !reading.wordAt(i + 1 + entry.rest().length).equals("to");
            }
        }
        return sentence.to() < reading.classes.length && reading.quoted(sentence.to());
    }

    /** {@code “This is fantastic!” beamed Donald Hartley}: any verb reports speech between a quotation and a name. */
    private static boolean besideQuotation(Reading reading, int i) {
        if (reading.classes[i] != WordClass.VERB || reading.lower[i].length() < 4) {
            return false;
        }
        WordClass next = reading.classAt(i + 1);
        boolean ends = next == WordClass.STOP
                || next == WordClass.COMMA
                || next == WordClass.ADVERB
                || next == WordClass.PREPOSITION
                || next == WordClass.NAME
                || next == WordClass.DETERMINER;
        if (endsQuotation(reading, i - 1)) {
            return ends;
        }
        if (!reading.classAt(i - 1).isNominal()) {
            return false;
        }
        return ends && next != WordClass.NAME && endsQuotation(reading, NounPhrases.startOf(reading, i - 1, 0) - 1);
    }

    /** {@code opposes “across-the-board cuts”}: any verb may report the quoted words in its object. */
    private static boolean beforeFragment(Reading reading, int i) {
        if (reading.classes[i] != WordClass.VERB && reading.classes[i] != WordClass.GERUND) {
            return false;
        }
        for (int k = i + 1; k < Math.min(reading.lower.length, i + 9); k++) {
            if (reading.opensStretch(k)) {
                return reading.sentenceOf[k] == reading.sentenceOf[i];
            }
            WordClass c = reading.classes[k];
            if (c.isVerbal() || c == WordClass.COMMA || c == WordClass.STOP || c == WordClass.RELATIVE) {
                return false;
            }
        }
        return false;
    }

    /** "reasserted that", "told of how": any verb may report a clause. */
    private static boolean beforeThat(Reading reading, int i) {
        if (reading.classes[i] != WordClass.VERB && reading.classes[i] != WordClass.GERUND) {
            return false;
        }
        for (int k = i + 1; k < Math.min(reading.lower.length, i + 5); k++) {
            if (reading.lower[k].equals("that") || reading.lower[k].equals("whether")) {
                return true;
            }
            if (!reading.classes[k].isNominal() && reading.classes[k] != WordClass.DETERMINER) {
                return false;
            }
        }
        return false;
    }

    static boolean endsQuotation(Reading reading, int i) {
        return i > 1
                && reading.closesStretch(i)
                && (reading.classes[i - 1] == WordClass.COMMA
                        || reading.classes[i - 1] == WordClass.STOP
                                && !reading.wordAt(i - 1).equals("."));
    }

    private static boolean isVerb(Reading reading, int i) {
        if (CERTAIN.contains(reading.lower[i])) {
            return reading.classAt(i - 1) != WordClass.DETERMINER;
        }
        return reading.classes[i] == WordClass.VERB
                || reading.classes[i] == WordClass.GERUND
                || endsQuotation(reading, i - 1)
                || isVerbBehindSpeaker(reading, i)
                || isVerbBeforeContent(reading, i)
                || reading.lower[i].endsWith("s")
                        && reading.classAt(i - 1).isNominal()
                        && endsQuotation(reading, NounPhrases.startOf(reading, i - 1, 0) - 1);
    }

    /** {@code One soldier mused, “…”}, "writing that": read as a noun or an adjective by the tagger, but what is said follows. */
    private static boolean isVerbBeforeContent(Reading reading, int i) {
        boolean inflected = reading.lower[i].endsWith("ed") || reading.lower[i].endsWith("ing");
        boolean introduced = reading.classAt(i - 1) == WordClass.TO || reading.classAt(i - 1) == WordClass.AUXILIARY;
        int behind =
                reading.classAt(i + 1) == WordClass.COMMA || reading.classAt(i + 1) == WordClass.COLON ? i + 2 : i + 1;
        boolean content = reading.opensStretch(behind) || reading.wordAt(i + 1).equals("that");
        boolean noun = reading.classAt(i - 1) == WordClass.DETERMINER || reading.classAt(i - 1) == WordClass.POSSESSIVE;
        return (inflected && !noun || introduced)
                && (content || inflected && reading.classAt(i + 1) == WordClass.PRONOUN);
    }

    /** "Clinton claims that", "Democrats blast the": read as a noun by the tagger, but a name before and an object behind. */
    private static boolean isVerbBehindSpeaker(Reading reading, int i) {
        WordClass before = reading.classAt(i - 1);
        boolean speaker = before == WordClass.NAME
                || before == WordClass.PRONOUN && !reading.wordAt(i - 1).equals("it")
                || SpeakingNouns.contains(reading.wordAt(i - 1));
        WordClass next = reading.classAt(i + 1);
        boolean object = next == WordClass.DETERMINER
                || next == WordClass.PRONOUN
                || next == WordClass.TO
                || reading.wordAt(i + 1).equals("that")
                || next == WordClass.NAME
                || next == WordClass.COLON
                || next == WordClass.PREPOSITION && !reading.wordAt(i + 1).equals("of");
        boolean headline = reading.lower[i].endsWith("s")
                && before.isNominal()
                && (next == WordClass.NOUN
                        || next == WordClass.ADJECTIVE
                        || next == WordClass.VERB
                        || next == WordClass.NUMBER
                        || object);
        return reading.classes[i] == WordClass.NOUN && (speaker && object || headline)
                || reading.classes[i] == WordClass.NAME && headline;
    }

    private static boolean followedBy(Reading reading, int from, String[] rest) {
        for (int k = 0; k < rest.length; k++) {
            if (!reading.wordAt(from + k).equals(rest[k])) {
                return false;
            }
        }
        return true;
    }

    static Cue.Form form(Reading reading, int i) {
        int before = i - 1;
        while (reading.classAt(before) == WordClass.ADVERB) {
            before--;
        }
        boolean be = BE.contains(reading.wordAt(before));
        if (reading.lower[i].endsWith("ing")) {
            return be ? Cue.Form.FINITE : Cue.Form.GERUND;
        }
        if (reading.classAt(before) == WordClass.TO) {
            return Cue.Form.INFINITIVE;
        }
        boolean elliptic = WITHOUT_BE.contains(reading.wordAt(before)) && reading.lower[i].endsWith("ed");
        return be || elliptic ? Cue.Form.PASSIVE : Cue.Form.FINITE;
    }
}
