package org.onrecord.nlp.coreference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.onrecord.contracts.EntityType;
import org.onrecord.contracts.MentionKind;
import org.onrecord.nlp.document.Document;
import org.onrecord.nlp.document.Sentence;
import org.onrecord.nlp.document.Token;

/** Descriptions by a role that the article gave somebody before: "the Pentagon spokesman", "the minister". */
final class Descriptions {
    private static final int MOST_MODIFIERS = 4;

    private Descriptions() {}

    static List<Reference> of(Document document, List<EntityDraft> drafts) {
        List<Reference> references = new ArrayList<>();
        List<Token> tokens = document.tokens();
        for (Sentence sentence : document.sentences()) {
            for (int i = sentence.firstToken(); i < sentence.endToken(); i++) {
                if (tokens.get(i).text().equalsIgnoreCase("the")) {
                    int head = head(tokens, i + 1, sentence.endToken());
                    if (head > 0) {
                        add(document, drafts, i, head, references);
                        i = head;
                    }
                }
            }
        }
        return references;
    }

    /** The role noun that ends the description, or -1; a name or another noun after it makes it another thing. */
    private static int head(List<Token> tokens, int start, int end) {
        int head = -1;
        for (int i = start; i < end && i <= start + MOST_MODIFIERS; i++) {
            Token token = tokens.get(i);
            if (!token.tag().startsWith("NN")
                    && !token.tag().startsWith("JJ")
                    && !token.tag().equals("HYPH")) {
                return head;
            }
            head = Titles.isRole(token.text()) ? i : -1;
        }
        return head;
    }

    private static void add(
            Document document, List<EntityDraft> drafts, int article, int head, List<Reference> references) {
        List<Token> tokens = document.tokens();
        EntityDraft best = null;
        int bestToken = -1;
        for (EntityDraft draft : drafts) {
            if (draft.type != EntityType.PERSON
                    || draft.roles.stream().noneMatch(role -> fits(role, tokens, article + 1, head))) {
                continue;
            }
            for (NameMention name : draft.names) {
                if (name.endToken() <= article && name.firstToken() > bestToken) {
                    best = draft;
                    bestToken = name.firstToken();
                }
            }
        }
        if (best != null) {
            references.add(
                    new Reference(tokens.get(article).start(), tokens.get(head).end(), MentionKind.NOMINAL, best));
        }
    }

    /** Whether each word of the description is in the role: "the spokesman" for "Pentagon spokesman". */
    private static boolean fits(String role, List<Token> tokens, int start, int head) {
        List<String> words = List.of(role.toLowerCase(Locale.ROOT).split(" "));
        for (int i = start; i <= head; i++) {
            if (!words.contains(tokens.get(i).text().toLowerCase(Locale.ROOT))) {
                return false;
            }
        }
        return true;
    }
}
