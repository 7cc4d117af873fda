package org.onrecord.nlp.quote.cue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The verbs of saying, from the table {@code cues.tsv}, by each of their inflected forms. Immutable. */
public final class CueLexicon {

    /** What a verb of saying takes as its content. */
    public enum Frame {
        CLAUSE('c'),
        ADDRESSEE('a'),
        QUESTION('w'),
        INFINITIVE('i'),
        OBJECT('o'),
        QUOTATION('q');

        private final char code;

        Frame(char code) {
            this.code = code;
        }
    }

    /**
     * A verb of saying.
     *
     * @param lemma its dictionary form, particle included
     * @param rest the words that follow the verb itself ("out" of "point out"), often none
     * @param frames codes of its {@link Frame}s
     * @param grade 1 for plain saying to 4 for verbs that more often mean another act
     */
    public record Entry(String lemma, String[] rest, String frames, int grade) {
        public boolean takes(Frame frame) {
            return frames.indexOf(frame.code) >= 0;
        }
    }

    private static final String TABLE = "/org/onrecord/nlp/quote/cues.tsv";
    private static final String VOWELS = "aeiou";

    private final Map<String, List<Entry>> byForm = new HashMap<>();

    private CueLexicon() {}

    public static CueLexicon load() {
        CueLexicon lexicon = new CueLexicon();
        try (InputStream in = CueLexicon.class.getResourceAsStream(TABLE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .forEach(lexicon::add);
        } catch (IOException e) {
            throw new UncheckedIOException("The table of cues cannot be read", e);
        }
        lexicon.byForm.values().forEach(entries -> entries.sort((a, b) -> b.rest().length - a.rest().length));
        return lexicon;
    }

    /** Entries that have this lower-case form, those with more words first. */
    public List<Entry> entries(String form) {
        return byForm.getOrDefault(form, List.of());
    }

    private void add(String line) {
        String[] fields = line.split("\t");
        String[] words = fields[0].split(" ");
        String[] rest = java.util.Arrays.copyOfRange(words, 1, words.length);
        Entry entry = new Entry(fields[0], rest, fields[2], Integer.parseInt(fields[3]));
        for (String form : forms(words[0], fields[1])) {
            byForm.computeIfAbsent(form, f -> new ArrayList<>()).add(entry);
        }
    }

    /** All forms of a verb: regular spelling rules, then the irregular ones that the table gives. */
    public static List<String> forms(String lemma, String irregular) {
        List<String> forms = new ArrayList<>(List.of(lemma, thirdPerson(lemma), gerund(lemma, irregular)));
        if (irregular.equals("-")) {
            forms.add(lemma.endsWith("e") ? lemma + "d" : lemma + "ed");
        } else {
            for (String form : irregular.split(",")) {
                forms.add(form.split(" ")[0]);
            }
        }
        return forms.stream().distinct().toList();
    }

    private static String thirdPerson(String lemma) {
        if (lemma.endsWith("y") && VOWELS.indexOf(lemma.charAt(lemma.length() - 2)) < 0) {
            return lemma.substring(0, lemma.length() - 1) + "ies";
        }
        return lemma.matches(".*(s|x|z|ch|sh)") ? lemma + "es" : lemma + "s";
    }

    private static String gerund(String lemma, String irregular) {
        String doubled = lemma + lemma.charAt(lemma.length() - 1);
        if (irregular.startsWith(doubled) || lemma.matches("put|begin|swear")) {
            return lemma.equals("swear") ? "swearing" : doubled + "ing";
        }
        return lemma.endsWith("e") ? lemma.substring(0, lemma.length() - 1) + "ing" : lemma + "ing";
    }
}
