package org.onrecord.nlp.coreference;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.onrecord.nlp.document.Token;

/** Whether a mention is what its clause is about. */
final class Subjects {
    /** Adverbs and commas that may stand between a subject and its verb: "The Pentagon, however, quickly tamped down". */
    private static final int LONGEST_GAP = 5;

    private static final int LONGEST_ASIDE = 25;

    private static final Set<String> PREPOSITIONS = Set.of(
            "of",
            "with",
            "for",
            "by",
            "to",
            "from",
            "against",
            "about",
            "on",
            "in",
            "at",
            "between",
            "including",
            "under");

    private static final Set<String> PRESENT = Set.of(
            "says", "adds", "explains", "tells", "told", "asks", "writes", "warns", "argues", "claims", "believes");

    /** Verbs that stand before their subject, at the end of a quotation; "convicted Moss" is no such verb, but an object. */
    private static final Set<String> INVERTED = Set.of(
            "said",
            "added",
            "explained",
            "replied",
            "answered",
            "asked",
            "wrote",
            "warned",
            "noted",
            "insisted",
            "argued",
            "claimed",
            "declared",
            "announced",
            "continued",
            "concluded",
            "recalled",
            "admitted",
            "joked",
            "agreed",
            "stated",
            "commented",
            "remarked",
            "observed",
            "suggested",
            "predicted",
            "complained",
            "tweeted");

    private Subjects() {}

    /**
     * A mention with a verb after it, past an aside between commas or in brackets ("Lee, the mayor of Vigo, said"), or a verb
     * of saying right before it ("said Kirby"); none that a preposition governs ("the son of Kirby said").
     */
    static boolean isSubject(List<Token> tokens, int firstToken, int endToken) {
        int verb = verbBehind(tokens, endToken);
        int before = beforeTitles(tokens, firstToken);
        if (verb >= 0 && !isGoverned(tokens, firstToken)) {
            return true;
        }
        return before >= 0 && INVERTED.contains(tokens.get(before).text());
    }

    /** The subject of a verb of saying. */
    static boolean speaks(List<Token> tokens, int firstToken, int endToken) {
        int before = beforeTitles(tokens, firstToken);
        if (before >= 0 && INVERTED.contains(tokens.get(before).text())) {
            return true;
        }
        int verb = verbBehind(tokens, endToken);
        if (verb < 0 || isGoverned(tokens, firstToken)) {
            return false;
        }
        for (int i = verb; i < Math.min(tokens.size(), verb + 3); i++) {
            String word = tokens.get(i).text();
            if (INVERTED.contains(word) || PRESENT.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static int beforeTitles(List<Token> tokens, int firstToken) {
        int before = firstToken - 1;
        while (before >= 0 && Titles.isTitleOrRole(tokens.get(before).text())) {
            before--;
        }
        return before;
    }

    /** Whether a preposition stands before a mention, titles between. */
    static boolean isGoverned(List<Token> tokens, int firstToken) {
        int before = beforeTitles(tokens, firstToken);
        return before >= 0 && PREPOSITIONS.contains(tokens.get(before).text().toLowerCase(Locale.ROOT));
    }

    /** The finite verb that follows, adverbs and one aside between; -1 for none. */
    private static int verbBehind(List<Token> tokens, int endToken) {
        int after = behindAside(tokens, endToken);
        int from = after;
        while (after < tokens.size() && after - from < LONGEST_GAP && isGap(tokens.get(after))) {
            after++;
        }
        return after < tokens.size() && isFinite(tokens.get(after).tag()) ? after : -1;
    }

    private static int behindAside(List<Token> tokens, int from) {
        if (from >= tokens.size()) {
            return from;
        }
        String opens = tokens.get(from).text();
        if (!opens.equals(",") && !opens.equals("(")) {
            return from;
        }
        String closes = opens.equals(",") ? "," : ")";
        boolean relative = false;
        for (int i = from + 1; i < Math.min(tokens.size(), from + LONGEST_ASIDE); i++) {
            Token token = tokens.get(i);
            if (token.tag().equals(".")
                    || token.text().equals("\u201C")
                    || token.text().equals("\"")) {
                return from;
            }
            relative |= token.tag().startsWith("W");
            if (token.text().equals(closes) && i + 1 < tokens.size()) {
                String next = tokens.get(i + 1).tag();
                if (isFinite(next) || next.equals("RB")) {
                    return i + 1;
                }
            } else if (opens.equals(",") && !relative && isFinite(token.tag())) {
                return from;
            }
        }
        return from;
    }

    private static boolean isGap(Token token) {
        return token.tag().equals("RB") || token.text().equals(",");
    }

    static boolean isFinite(String tag) {
        return tag.equals("VBD") || tag.equals("VBZ") || tag.equals("VBP") || tag.equals("MD");
    }
}
