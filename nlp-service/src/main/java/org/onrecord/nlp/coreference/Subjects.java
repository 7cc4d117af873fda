package org.onrecord.nlp.coreference;

import java.util.List;
import java.util.Set;

import org.onrecord.nlp.document.Token;

/** Whether a mention is what its clause is about. */
final class Subjects {
    /** Adverbs and commas that may stand between a subject and its verb: "The Pentagon, however, quickly tamped down". */
    private static final int LONGEST_GAP = 5;

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

    /** A mention with a verb after it, or a verb of saying right before it ("said Kirby"). */
    static boolean isSubject(List<Token> tokens, int firstToken, int endToken) {
        int after = endToken;
        while (after < tokens.size() && after - endToken < LONGEST_GAP && isGap(tokens.get(after))) {
            after++;
        }
        if (after < tokens.size() && isFinite(tokens.get(after).tag())) {
            return true;
        }
        int before = firstToken - 1;
        while (before >= 0 && Titles.isTitleOrRole(tokens.get(before).text())) {
            before--;
        }
        return before >= 0 && INVERTED.contains(tokens.get(before).text());
    }

    private static boolean isGap(Token token) {
        return token.tag().equals("RB") || token.text().equals(",");
    }

    static boolean isFinite(String tag) {
        return tag.equals("VBD") || tag.equals("VBZ") || tag.equals("VBP") || tag.equals("MD");
    }
}
