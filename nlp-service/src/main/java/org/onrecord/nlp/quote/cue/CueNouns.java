package org.onrecord.nlp.quote.cue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.onrecord.nlp.quote.reading.Reading;
import org.onrecord.nlp.quote.reading.WordClass;

/**
 * Nouns of saying whose possessor speaks, from the table {@code cue-nouns.tsv}: "Rubio's claim that the bill failed", "his
 * promise to resign", "the mayor's calls for help". Immutable.
 */
public final class CueNouns {

    private static final String TABLE = "/org/onrecord/nlp/quote/cue-nouns.tsv";
    private static final int GRADE = 2;
    private static final int MOST_MODIFIERS = 3;
    private static final Set<String> POSSESSORS = Set.of("his", "her", "their", "its", "my", "our", "your");
    private static final String[] NOTHING = {};

    private final Map<String, String> followers = new HashMap<>();

    private CueNouns() {}

    public static CueNouns load() {
        CueNouns nouns = new CueNouns();
        try (InputStream in = CueNouns.class.getResourceAsStream(TABLE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split("\t"))
                    .forEach(fields -> {
                        nouns.followers.put(fields[0], fields[1]);
                        nouns.followers.put(fields[0] + "s", fields[1]);
                    });
        } catch (IOException e) {
            throw new UncheckedIOException("The table of cue nouns cannot be read", e);
        }
        return nouns;
    }

    /** The cue at a token, if a noun of saying stands there before what may be said. */
    public Optional<Cue> at(Reading reading, int i) {
        String follows = followers.get(reading.lower[i]);
        if (follows == null || reading.classes[i] != WordClass.NOUN && reading.classes[i] != WordClass.NAME) {
            return Optional.empty();
        }
        String next = reading.wordAt(i + 1);
        WordClass c = reading.classAt(i + 1);
        if (next.equals("that") || c == WordClass.TO || c == WordClass.COLON || reading.opensStretch(i + 1)) {
            return Optional.of(cue(reading, i, NOTHING, "ci"));
        }
        if (next.equals("for") || next.equals("of") || next.equals("about") || next.equals("against")) {
            return Optional.of(cue(reading, i, NOTHING, "o"));
        }
        boolean clause =
                c == WordClass.PRONOUN || c == WordClass.NAME || c == WordClass.DETERMINER || c == WordClass.NOUN;
        return clause && reading.tokens.get(i).tag().startsWith("NN")
                ? Optional.of(cue(reading, i, NOTHING, "c"))
                : Optional.empty();
    }

    private static Cue cue(Reading reading, int i, String[] rest, String frames) {
        CueLexicon.Entry entry = new CueLexicon.Entry(reading.lower[i], rest, frames, GRADE);
        return new Cue(i, i + 1 + rest.length, entry, Cue.Form.NOUN);
    }

    /** Last token of the possessor of a noun, "his" or the word before "'s", adjectives between; -1 for none. */
    public static int possessorBefore(Reading reading, int noun) {
        int i = noun - 1;
        while (i > noun - 1 - MOST_MODIFIERS
                && (reading.classAt(i) == WordClass.ADJECTIVE || reading.classAt(i) == WordClass.GERUND)) {
            i--;
        }
        if (POSSESSORS.contains(reading.wordAt(i))) {
            return i;
        }
        boolean name = reading.classAt(i) == WordClass.POSSESSIVE
                && reading.classAt(i - 1).isNominal();
        return name ? i - 1 : -1;
    }
}
