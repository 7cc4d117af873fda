package org.onrecord.nlp.quote.cue;

import java.util.Set;

import org.onrecord.nlp.quote.reading.Reading;
import org.onrecord.nlp.quote.reading.WordClass;

/** What looks like a verb of saying and reports nothing: nouns, participles, names that are given, answers without words. */
final class FalseCues {

    /** "battleground states", "in remarks": nouns first of all, and verbs only before what they report. */
    private static final Set<String> SELDOM_VERBS = Set.of("state", "states", "remark", "remarks");

    /** Nouns as well as verbs, which the tagger mistakes for each other. */
    private static final Set<String> NOUNS_TOO =
            Set.of(("state states remark remarks promise promises pledge pledges claim"
                            + " claims report reports note notes answer answers estimate estimates tweet tweets offer offers demand"
                            + " demands question questions attack attacks address addresses")
                    .split(" "));

    private static final Set<String> ANSWERING = Set.of("respond", "reply", "react");

    private static final Set<String> NEGATIONS = Set.of("not", "n’t", "n't", "never");

    private static final Set<String> NAMING =
            Set.of("call", "term", "dub", "label", "name", "nickname", "title", "entitle", "style");

    private static final Set<String> BEFORE_TO_SAY =
            Set.of("needless", "suffice", "safe", "fair", "sorry", "strange", "sad");

    private FalseCues() {}

    /** Whether the word is none whatever the table knows of it. */
    static boolean isNone(Reading reading, int i) {
        return asksForAnonymity(reading, i)
                || isWithinWord(reading, i)
                || isIdiom(reading, i)
                || leavesToNext(reading, i);
    }

    /** Whether the word at a token, found in the table, reports nothing there. */
    static boolean isFalse(Reading reading, int i, CueLexicon.Entry entry) {
        return isAdjective(reading, i)
                || isNoun(reading, i)
                || names(reading, i, entry)
                || ANSWERING.contains(entry.lemma()) && answersBeside(reading, i)
                || reading.lower[i].equals("written") && !quotesOrClause(reading, i + 1);
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

    /** "a mass of water, called a plume, was seen": who calls it so is nobody in the text. */
    private static boolean names(Reading reading, int i, CueLexicon.Entry entry) {
        if (!NAMING.contains(entry.lemma())) {
            return false;
        }
        boolean behindComma = reading.classAt(i - 1) == WordClass.COMMA
                && !CueFinder.endsQuotation(reading, i - 1)
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

    /** "Needless to say", "to say the least", "his face said it all", "cannot say enough": nobody is told to say anything. */
    private static boolean isIdiom(Reading reading, int i) {
        String next = reading.wordAt(i + 1);
        boolean says = reading.lower[i].startsWith("sa") && WordClass.VERB == reading.classes[i];
        if (says && next.equals("it") && reading.wordAt(i + 2).equals("all")) {
            return true;
        }
        if (!reading.lower[i].equals("say")) {
            return false;
        }
        if (next.equals("enough")) {
            return true;
        }
        boolean infinitive = reading.wordAt(i - 1).equals("to");
        boolean least = next.equals("the") && reading.wordAt(i + 2).equals("least");
        return infinitive && (least || next.equals("nothing") || BEFORE_TO_SAY.contains(reading.wordAt(i - 2)));
    }

    /** "Has not confirmed or denied that": the second verb has what both report. */
    private static boolean leavesToNext(Reading reading, int i) {
        String or = reading.wordAt(i + 1);
        return (or.equals("or") || or.equals("nor"))
                && reading.classes[i] == WordClass.VERB
                && reading.classAt(i + 2) == WordClass.VERB
                && !CueFinder.endsQuotation(reading, i - 1);
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
        if (!NOUNS_TOO.contains(reading.lower[i]) || CueFinder.endsQuotation(reading, i - 1)) {
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
}
