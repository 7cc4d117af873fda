package org.onrecord.nlp.quote.cue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.onrecord.nlp.quote.reading.Reading;
import org.onrecord.nlp.quote.reading.WordClass;

/**
 * Verbs that tell of speech only where it was withheld: "the police did not name the driver", "she would not comment on whether he
 * knew", "he refused to answer whether". What was named or answered otherwise is no report.
 */
final class WithheldCues {

    private static final int NEAR = 5;
    private static final int GRADE = 2;
    private static final Set<String> WITHHOLDING = Set.of(
            "not",
            "n't",
            "n’t",
            "never",
            "cannot",
            "nor",
            "decline",
            "declined",
            "declines",
            "declining",
            "refuse",
            "refused",
            "refuses",
            "refusing",
            "without",
            "fail",
            "failed",
            "failing");

    private static final Set<String> QUESTIONS =
            Set.of("whether", "if", "who", "whom", "what", "which", "when", "where", "why", "how");

    private static final Map<String, CueLexicon.Entry> BY_FORM = new HashMap<>();

    static {
        for (String lemma : List.of("name", "identify", "release", "list")) {
            add(lemma, "o");
        }
        for (String lemma : List.of("answer", "comment on", "speculate on", "elaborate on")) {
            add(lemma, "w");
        }
    }

    private WithheldCues() {}

    private static void add(String lemma, String frames) {
        String[] words = lemma.split(" ");
        CueLexicon.Entry entry = new CueLexicon.Entry(
                lemma, words.length > 1 ? new String[] {words[1]} : new String[0], frames + "c", GRADE);
        String irregular = words[0].equals("identify") ? "identified" : "-";
        CueLexicon.forms(words[0], irregular).forEach(form -> BY_FORM.put(form, entry));
    }

    /** The cue at a token, if one of these verbs stands there behind a word that takes it back. */
    static Optional<Cue> at(Reading reading, int i) {
        CueLexicon.Entry entry = BY_FORM.get(reading.lower[i]);
        if (entry == null || !reading.classes[i].isVerbal() || !isWithheld(reading, i)) {
            return Optional.empty();
        }
        for (int k = 0; k < entry.rest().length; k++) {
            if (!reading.wordAt(i + 1 + k).equals(entry.rest()[k])) {
                return Optional.empty();
            }
        }
        int behind = i + 1 + entry.rest().length;
        boolean question = QUESTIONS.contains(reading.wordAt(behind));
        boolean object = entry.frames().startsWith("o") && beginsObject(reading, behind);
        if (!question && !object) {
            return Optional.empty();
        }
        return Optional.of(new Cue(i, behind, entry, CueFinder.form(reading, i)));
    }

    private static boolean beginsObject(Reading reading, int i) {
        WordClass c = reading.classAt(i);
        return c == WordClass.DETERMINER || c == WordClass.NAME || c == WordClass.NOUN || c == WordClass.ADJECTIVE;
    }

    private static boolean isWithheld(Reading reading, int i) {
        for (int k = i - 1; k >= Math.max(reading.sentence(i).from(), i - NEAR); k--) {
            if (WITHHOLDING.contains(reading.lower[k])) {
                return true;
            }
            WordClass c = reading.classes[k];
            if (c != WordClass.ADVERB && c != WordClass.AUXILIARY && c != WordClass.TO) {
                return false;
            }
        }
        return false;
    }
}
