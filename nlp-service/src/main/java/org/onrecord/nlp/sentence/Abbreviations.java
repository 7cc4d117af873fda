package org.onrecord.nlp.sentence;

import java.util.Locale;
import java.util.Set;

/** Abbreviations of news after which a sentence goes on although a capital follows. */
final class Abbreviations {
    /** Titles and ranks: a name follows ("Rear Adm. John Kirby", "Sen. Mary Lee"). */
    private static final Set<String> BEFORE_NAMES = Set.of(
            "adm",
            "amb",
            "asst",
            "atty",
            "brig",
            "capt",
            "cmdr",
            "col",
            "cpl",
            "det",
            "dr",
            "fr",
            "gen",
            "gov",
            "hon",
            "insp",
            "lt",
            "maj",
            "messrs",
            "mr",
            "mrs",
            "ms",
            "mx",
            "pfc",
            "pres",
            "prof",
            "pvt",
            "rep",
            "reps",
            "rev",
            "rt",
            "sen",
            "sens",
            "sgt",
            "sr",
            "st",
            "ste",
            "supt",
            "vice-adm",
            "mt",
            "ft",
            "pte");

    /** Words that stand before a figure or a name ("Jan. 5", "No. 10", "vs. Spain"). */
    private static final Set<String> BEFORE_MORE = Set.of(
            "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "no", "nos", "vs", "v",
            "art", "fig", "vol", "pp", "p", "sec", "approx", "ca", "cf", "e.g", "i.e");

    private Abbreviations() {}

    /** Whether a full stop after this word abbreviates it: "Adm", "Jan", "J". */
    static boolean isAbbreviation(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return BEFORE_NAMES.contains(lower) || BEFORE_MORE.contains(lower) && !lower.equals("no") || isInitial(word);
    }

    /** Whether what ends at {@code end} with a full stop is an abbreviation or initial within a sentence. */
    static boolean goesOn(String plain, int start, int end) {
        int stop = end;
        while (stop > start && PlainText.isSpace(plain.charAt(stop - 1))) {
            stop--;
        }
        if (stop == start || plain.charAt(stop - 1) != '.') {
            return false;
        }
        int wordStart = stop - 1;
        while (wordStart > start
                && stop - wordStart < 12
                && !PlainText.isSpace(plain.charAt(wordStart - 1))
                && "\"'(".indexOf(plain.charAt(wordStart - 1)) < 0) {
            wordStart--;
        }
        String word = plain.substring(wordStart, stop - 1);
        String lower = word.toLowerCase(Locale.ROOT);
        if (BEFORE_NAMES.contains(lower)) {
            return true;
        }
        if (BEFORE_MORE.contains(lower)) {
            return !lower.equals("no") || nextIsDigit(plain, end);
        }
        return isInitial(word);
    }

    /** "J." in "J. Smith", or "J.R." in "J.R. Smith"; "I." is a pronoun at the end of a sentence, "U.S." ends many. */
    private static boolean isInitial(String word) {
        return word.length() == 1 && Character.isUpperCase(word.charAt(0)) && word.charAt(0) != 'I';
    }

    private static boolean nextIsDigit(String plain, int end) {
        int next = end;
        while (next < plain.length() && PlainText.isSpace(plain.charAt(next))) {
            next++;
        }
        return next < plain.length() && Character.isDigit(plain.charAt(next));
    }
}
