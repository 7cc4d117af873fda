package org.onrecord.nlp.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the cues of a document: verbs of saying from the table, "according to", a name before a colon. */
final class CueFinder {

    private static final Set<String> BE = Set.of(
            "is", "are", "was", "were", "be", "been", "being", "am", "’s", "'s", "’re", "'re", "get", "got", "gets");
    private static final CueLexicon.Entry ACCORDING = new CueLexicon.Entry("according to", new String[] {"to"}, "c", 1);
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

    /** "battleground states", "in remarks": nouns first of all, and verbs only before what they report. */
    private static final Set<String> SELDOM_VERBS = Set.of("state", "states", "remark", "remarks");

    /** Nouns as well as verbs, which the tagger mistakes for each other. */
    private static final Set<String> NOUNS_TOO = Set.of(
            "state",
            "states",
            "remark",
            "remarks",
            "promise",
            "promises",
            "pledge",
            "pledges",
            "claim",
            "claims",
            "report",
            "reports",
            "note",
            "notes",
            "answer",
            "answers",
            "estimate",
            "estimates",
            "tweet",
            "tweets",
            "offer",
            "offers",
            "demand",
            "demands",
            "question",
            "questions",
            "attack",
            "attacks",
            "address",
            "addresses");

    private static final Set<String> ANSWERING = Set.of("respond", "reply", "react");
    private static final Set<String> NEGATIONS = Set.of("not", "n’t", "n't", "never");

    /** "Leyts, when asked whether …": passive without a form of "be". */
    private static final Set<String> WITHOUT_BE = Set.of("when", "if", "once");

    private static final Set<String> NAMING =
            Set.of("call", "term", "dub", "label", "name", "nickname", "title", "entitle", "style");

    private final CueLexicon lexicon;
    private final CueNouns nouns;

    CueFinder(CueLexicon lexicon, CueNouns nouns) {
        this.lexicon = lexicon;
        this.nouns = nouns;
    }

    List<Cue> find(Reading reading) {
        List<Cue> cues = new ArrayList<>();
        for (int i = 0; i < reading.lower.length; i++) {
            Optional<Cue> cue = reading.quoted(i) ? Optional.empty() : at(reading, i);
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
        if (asksForAnonymity(reading, i) || isWithinWord(reading, i)) {
            return Optional.empty();
        }
        for (CueLexicon.Entry entry : lexicon.entries(reading.lower[i])) {
            if (isVerb(reading, i)
                    && !isNoun(reading, i)
                    && followedBy(reading, i + 1, entry.rest())
                    && !names(reading, i, entry)
                    && mayTake(reading, i, entry)) {
                return Optional.of(new Cue(i, i + 1 + entry.rest().length, entry, form(reading, i)));
            }
        }
        Optional<Cue> noun = nouns.at(reading, i);
        if (noun.isPresent()) {
            return noun;
        }
        if (besideQuotation(reading, i)) {
            return Optional.of(new Cue(i, i + 1, OPEN, Cue.Form.FINITE));
        }
        return beforeFragment(reading, i)
                ? Optional.of(new Cue(i, i + 1, FRAGMENT, form(reading, i)))
                : Optional.empty();
    }

    /** "a mass of water, called a plume, was seen": who calls it so is nobody in the text. */
    private static boolean names(Reading reading, int i, CueLexicon.Entry entry) {
        if (!NAMING.contains(entry.lemma())) {
            return false;
        }
        boolean behindComma = reading.classAt(i - 1) == WordClass.COMMA
                && !endsQuotation(reading, i - 1)
                && reading.classAt(i + 1) != WordClass.PRONOUN;
        return behindComma || isNameOf(reading, i);
    }

    /** "a band called Sophistafunk", "a book called “The Long Way”". */
    private static boolean isNameOf(Reading reading, int i) {
        if (reading.classAt(i - 1) != WordClass.NOUN || SpeakingNouns.contains(reading.wordAt(i - 1))) {
            return false;
        }
        if (reading.opensStretch(i + 1)) {
            return reading.tokens.get(i).tag().equals("VBN") && reading.capitalised(i + 2);
        }
        int behind = i + 1;
        while (reading.classAt(behind) == WordClass.NAME) {
            behind++;
        }
        return behind > i + 1
                && (reading.tokens.get(i).tag().equals("VBN")
                        || reading.classAt(behind) == WordClass.VERB
                        || reading.classAt(behind) == WordClass.AUXILIARY);
    }

    /** {@code <tweet author="…">}, "so-called": no word of the sentence. */
    private static boolean isWithinWord(Reading reading, int i) {
        String text = reading.text();
        int start = reading.tokens.get(i).start();
        int end = reading.tokens.get(i).end();
        return start > 0
                        && (text.charAt(start - 1) == '<' || text.charAt(start - 1) == '-' && isLetter(text, start - 2))
                || end < text.length() && text.charAt(end) == '=';
    }

    private static boolean isLetter(String text, int at) {
        return at >= 0 && Character.isLetter(text.charAt(at));
    }

    /** "those promises add up", "his remarks about", "states that have": the noun, whatever the tagger says. */
    private static boolean isNoun(Reading reading, int i) {
        if (!NOUNS_TOO.contains(reading.lower[i]) || endsQuotation(reading, i - 1)) {
            return false;
        }
        WordClass left = reading.classAt(i - 1);
        WordClass right = reading.classAt(i + 1);
        boolean relative =
                reading.wordAt(i + 1).equals("that") && reading.classAt(i + 2).isVerbal()
                        || right == WordClass.RELATIVE && !reading.wordAt(i + 1).equals("that");
        return left == WordClass.DETERMINER
                || left == WordClass.POSSESSIVE
                || left == WordClass.ADJECTIVE
                || left == WordClass.NUMBER
                || left == WordClass.PREPOSITION
                || right == WordClass.AUXILIARY
                || right == WordClass.VERB
                || relative
                || SELDOM_VERBS.contains(reading.lower[i]) && !reports(reading, i);
    }

    private static boolean reports(Reading reading, int i) {
        WordClass right = reading.classAt(i + 1);
        return reading.wordAt(i + 1).equals("that")
                || reading.opensStretch(i + 1)
                || right == WordClass.COLON
                || right == WordClass.COMMA
                || right == WordClass.PRONOUN
                || right == WordClass.DETERMINER
                || right == WordClass.ADVERB;
    }

    /** Verbs that take quoted words only ("he began: “…”") report nothing in a sentence without any. */
    private static boolean mayTake(Reading reading, int i, CueLexicon.Entry entry) {
        if (ANSWERING.contains(entry.lemma()) && answersBeside(reading, i)
                || reading.lower[i].equals("written") && !quotesOrClause(reading, i + 1)) {
            return false;
        }
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

    /** "responded by suing", "did not respond to a request": an answer without its words. */
    private static boolean answersBeside(Reading reading, int i) {
        String next = reading.wordAt(i + 1);
        if (next.equals("by") || next.equals("with")) {
            return true;
        }
        int before = i - 1;
        while (reading.classAt(before) == WordClass.ADVERB && !NEGATIONS.contains(reading.wordAt(before))) {
            before--;
        }
        return NEGATIONS.contains(reading.wordAt(before)) && !quotesOrClause(reading, i + 1);
    }

    private static boolean quotesOrClause(Reading reading, int i) {
        int at = reading.classAt(i) == WordClass.COMMA || reading.classAt(i) == WordClass.COLON ? i + 1 : i;
        return reading.wordAt(i).equals("that") || reading.quoted(at);
    }

    /** "a reported fall", "1,124 pledged delegates": a participle that describes the noun behind it. */
    private static boolean isAdjective(Reading reading, int i) {
        WordClass left = reading.classAt(i - 1);
        WordClass right = reading.classAt(i + 1);
        return reading.lower[i].endsWith("ed")
                && (left == WordClass.DETERMINER
                        || left == WordClass.NUMBER
                        || left == WordClass.POSSESSIVE
                        || left == WordClass.ADJECTIVE)
                && (right == WordClass.NOUN || right == WordClass.ADJECTIVE || right == WordClass.NAME);
    }

    /** "an official who asked not to be named": about the speech, and no speech. */
    private static boolean asksForAnonymity(Reading reading, int i) {
        if (!reading.lower[i].equals("asked") && !reading.lower[i].equals("asking")) {
            return false;
        }
        String next = reading.wordAt(i + 1);
        return next.equals("not")
                        && reading.wordAt(i + 2).equals("to")
                        && reading.wordAt(i + 3).equals("be")
                || next.equals("for") && reading.wordAt(i + 2).equals("anonymity")
                || next.equals("to") && reading.wordAt(i + 3).equals("anonymous");
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

    private static boolean endsQuotation(Reading reading, int i) {
        return i > 1
                && reading.closesStretch(i)
                && (reading.classes[i - 1] == WordClass.COMMA
                        || reading.classes[i - 1] == WordClass.STOP
                                && !reading.wordAt(i - 1).equals("."));
    }

    private static boolean isVerb(Reading reading, int i) {
        if (isAdjective(reading, i)) {
            return false;
        }
        if (CERTAIN.contains(reading.lower[i])) {
            return reading.classAt(i - 1) != WordClass.DETERMINER;
        }
        return reading.classes[i] == WordClass.VERB
                || reading.classes[i] == WordClass.GERUND
                || endsQuotation(reading, i - 1)
                || isVerbBehindSpeaker(reading, i)
                || reading.lower[i].endsWith("s")
                        && reading.classAt(i - 1).isNominal()
                        && endsQuotation(reading, NounPhrases.startOf(reading, i - 1, 0) - 1);
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
        return speaker && object && reading.classes[i] == WordClass.NOUN;
    }

    private static boolean followedBy(Reading reading, int from, String[] rest) {
        for (int k = 0; k < rest.length; k++) {
            if (!reading.wordAt(from + k).equals(rest[k])) {
                return false;
            }
        }
        return true;
    }

    private static Cue.Form form(Reading reading, int i) {
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
