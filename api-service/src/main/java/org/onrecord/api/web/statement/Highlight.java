package org.onrecord.api.web.statement;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.onrecord.api.web.frame.Shown;

/**
 * Marks the words of a search in what it found. The database compares stems that it does not tell; the endings that are taken off
 * here are those that are most frequent in English, and a word that is not marked is found all the same. Immutable.
 */
public final class Highlight {

    /** Marks nothing. */
    public static final Highlight NONE = new Highlight(Set.of());

    /** A stretch of a text. */
    public record Piece(String text, boolean found) {}

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern LEFT_OUT = Pattern.compile("(^|\\s)-\\S+");
    private static final Pattern ENDING = Pattern.compile("(ing|ings|ed|es|s|e|ly)$");
    private static final int SHORTEST_STEM = 3;

    private final Set<String> stems;

    private Highlight(Set<String> stems) {
        this.stems = Set.copyOf(stems);
    }

    /** @param search as somebody asked for it; null for nothing */
    public static Highlight of(@Nullable String search) {
        if (search == null) {
            return NONE;
        }
        Set<String> stems = new HashSet<>();
        Matcher word = WORD.matcher(LEFT_OUT.matcher(search).replaceAll(" "));
        while (word.find()) {
            if (!word.group().equalsIgnoreCase("or")) {
                stems.add(stem(word.group()));
            }
        }
        return new Highlight(stems);
    }

    /** The text, cut where something begins or ends that was looked for. */
    public List<Piece> in(String text) {
        String shown = Shown.words(text);
        if (stems.isEmpty()) {
            return List.of(new Piece(shown, false));
        }
        List<Piece> pieces = new ArrayList<>();
        int done = 0;
        Matcher word = WORD.matcher(shown);
        while (word.find()) {
            if (stems.contains(stem(word.group()))) {
                if (word.start() > done) {
                    pieces.add(new Piece(shown.substring(done, word.start()), false));
                }
                pieces.add(new Piece(word.group(), true));
                done = word.end();
            }
        }
        if (done < shown.length()) {
            pieces.add(new Piece(shown.substring(done), false));
        }
        return pieces;
    }

    private static String stem(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        String stem = ENDING.matcher(lower).replaceFirst("");
        return stem.length() < SHORTEST_STEM ? lower : stem;
    }
}
