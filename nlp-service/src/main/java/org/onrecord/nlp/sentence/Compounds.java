package org.onrecord.nlp.sentence;

import java.util.Locale;
import java.util.Set;

/** Where a hyphenated compound must be split for the name in it to be a word of its own. */
final class Compounds {
    /** Second parts that say something about a name before them: "UN-brokered" by its ending, "US-led" by this list. */
    private static final Set<String> AFTER_NAMES = Set.of(
            "led",
            "run",
            "born",
            "held",
            "made",
            "era",
            "style",
            "like",
            "wide",
            "bound",
            "built",
            "owned",
            "backed",
            "based",
            "area",
            "only",
            "trained",
            "sent",
            "linked",
            "wary",
            "friendly",
            "free",
            "flag",
            "hit",
            "occupied",
            "aligned",
            "themed",
            "level",
            "type",
            "bred",
            "grown",
            "specific",
            "related",
            "affiliated");

    private Compounds() {}

    /** Returns where the hyphen stands that divides the compound, or -1 where it stays whole. */
    static int splitAt(String text, int start, int end) {
        for (int i = start + 1; i < end - 1; i++) {
            if (WordForms.isHyphen(text.charAt(i))
                    && (qualifiesName(text, start, i, end) || joinsNames(text, start, i, end))) {
                return i;
            }
        }
        return -1;
    }

    /** "Qaeda-inspired", "London-based"; not "Ki-moon", "anti-war". */
    private static boolean qualifiesName(String text, int start, int hyphen, int end) {
        if (!Character.isUpperCase(text.charAt(start)) || !Character.isLowerCase(text.charAt(hyphen + 1))) {
            return false;
        }
        String second = text.substring(hyphen + 1, end);
        return AFTER_NAMES.contains(second) || second.length() > 4 && (second.endsWith("ed") || second.endsWith("ing"));
    }

    /** "US-Iranian", "UK-France", "China-US"; not "AFL-CIO", "F-16", "Al-Maliki". */
    private static boolean joinsNames(String text, int start, int hyphen, int end) {
        boolean acronymFirst = isAcronym(text, start, hyphen) && isCapitalised(text, hyphen + 1, end);
        boolean acronymSecond = isCapitalised(text, start, hyphen) && isAcronym(text, hyphen + 1, end);
        return (acronymFirst || acronymSecond)
                && !text.substring(start, hyphen).toLowerCase(Locale.ROOT).equals("al");
    }

    private static boolean isAcronym(String text, int start, int end) {
        if (end - start < 2 || end - start > 4) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (!Character.isUpperCase(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isCapitalised(String text, int start, int end) {
        if (end - start < 4 || !Character.isUpperCase(text.charAt(start))) {
            return false;
        }
        for (int i = start + 1; i < end; i++) {
            if (!Character.isLowerCase(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
