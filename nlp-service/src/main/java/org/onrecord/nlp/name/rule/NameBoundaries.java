package org.onrecord.nlp.name.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.onrecord.nlp.name.label.Labels;
import org.onrecord.nlp.name.label.TaggedName;

/** Where a name starts and ends: titles and "the" are not part of it, nor is a possessive ending; "US $" is money. */
final class NameBoundaries {
    private static final int PERSON = Labels.TYPES.indexOf("PER");
    /** Titles that are nobody's first name. */
    private static final Set<String> TITLES = Set.of(
            "mr",
            "mrs",
            "ms",
            "miss",
            "dr",
            "pm",
            "president",
            "senator",
            "sen",
            "rep",
            "congressman",
            "congresswoman",
            "gov",
            "gen",
            "col",
            "lt",
            "capt",
            "maj",
            "sgt",
            "adm",
            "cmdr",
            "brig",
            "sheikh",
            "prof",
            "professor",
            "minister",
            "hon",
            "constable",
            "inspector",
            "sergeant",
            "superintendent",
            "lieutenant",
            "colonel",
            "taoiseach",
            "t\u00e1naiste",
            "spokesman",
            "spokeswoman");

    private static final Set<String> OFFICE_HEADS = Set.of("secretary", "minister", "undersecretary");

    private static final Set<String> OFFICES = Set.of(
            "state",
            "defence",
            "defense",
            "justice",
            "finance",
            "health",
            "education",
            "interior",
            "labour",
            "labor",
            "agriculture",
            "energy",
            "transport",
            "transportation",
            "commerce",
            "trade",
            "culture",
            "environment");

    private static final int LONGEST_CURRENCY = 4;

    private NameBoundaries() {}

    static List<TaggedName> mend(List<String> texts, List<TaggedName> names) {
        List<TaggedName> mended = new ArrayList<>(names.size());
        for (TaggedName name : names) {
            int start = name.start();
            int end = name.end();
            start = name.type() == PERSON ? afterTitles(texts, start, end) : start;
            if (end - start > 1 && texts.get(start).equals("the")) {
                start++;
            }
            while (end - start > 1 && isPossessive(texts.get(end - 1))) {
                end--;
            }
            if (!isOffice(texts, start, end) && !isCurrency(texts, start, end) && hasLetter(texts, start, end)) {
                mended.add(new TaggedName(start, end, name.type()));
            }
        }
        return mended;
    }

    /** After the last title in the name: "Mr Lee", "Kamloops RCMP Constable Gary Gray". */
    private static int afterTitles(List<String> texts, int start, int end) {
        for (int i = end - 2; i >= start; i--) {
            if (TITLES.contains(plain(texts.get(i)))) {
                return i + 1;
            }
        }
        return start;
    }

    /** "State" in "Secretary of State", "Defence" in "Minister for Defence": part of a role, nobody's name. */
    private static boolean isOffice(List<String> texts, int start, int end) {
        if (start < 2 || end - start > 1) {
            return false;
        }
        String link = texts.get(start - 1);
        return (link.equals("of") || link.equals("for"))
                && OFFICE_HEADS.contains(plain(texts.get(start - 2)))
                && OFFICES.contains(plain(texts.get(start)));
    }

    private static boolean isCurrency(List<String> texts, int start, int end) {
        return end - start == 1
                && end < texts.size()
                && texts.get(end).startsWith("$")
                && texts.get(start).length() < LONGEST_CURRENCY
                && texts.get(start).chars().allMatch(Character::isUpperCase);
    }

    private static boolean hasLetter(List<String> texts, int start, int end) {
        return texts.subList(start, end).stream().anyMatch(text -> text.chars().anyMatch(Character::isLetterOrDigit));
    }

    private static boolean isPossessive(String text) {
        return text.equals("'s") || text.equals("\u2019s") || text.equals("'") || text.equals("\u2019");
    }

    private static String plain(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
