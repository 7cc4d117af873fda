package org.onrecord.nlp.coreference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.onrecord.contracts.MentionKind;
import org.onrecord.nlp.document.Document;
import org.onrecord.nlp.document.Sentence;
import org.onrecord.nlp.document.Token;

/** Descriptions by a role that the article gave somebody before: "the Pentagon spokesman", "the minister". */
final class Descriptions {
    private static final int MOST_MODIFIERS = 4;
    /** The share that was right in annotated news. */
    private static final double CERTAINTY = 0.8;

    /** Of more who share a role word only the first are looked at, so that time grows no faster than the text. */
    private static final int MOST_RIVALS = 60;

    /** A role as the set of its words, and who has it. */
    private record Held(Set<String> words, EntityDraft draft) {}

    private final List<Token> tokens;
    private final Map<String, List<Held>> byWord = new HashMap<>();

    private Descriptions(Document document, List<EntityDraft> drafts) {
        tokens = document.tokens();
        for (EntityDraft draft : drafts) {
            for (String role : draft.roles) {
                Held held = new Held(new HashSet<>(Arrays.asList(lower(role).split(" "))), draft);
                for (String word : held.words()) {
                    List<Held> holders = byWord.computeIfAbsent(word, w -> new ArrayList<>());
                    if (holders.size() < MOST_RIVALS) {
                        holders.add(held);
                    }
                }
            }
        }
    }

    static List<Reference> of(Document document, List<EntityDraft> drafts) {
        Descriptions descriptions = new Descriptions(document, drafts);
        List<Reference> references = new ArrayList<>();
        for (Sentence sentence : document.sentences()) {
            for (int i = sentence.firstToken(); i < sentence.endToken(); i++) {
                if (descriptions.tokens.get(i).text().equalsIgnoreCase("the")) {
                    int head = descriptions.head(i + 1, sentence.endToken());
                    EntityDraft meant = head < 0 ? null : descriptions.meant(i, head);
                    if (meant != null) {
                        int start = descriptions.tokens.get(i).start();
                        int end = descriptions.tokens.get(head).end();
                        references.add(new Reference(start, end, MentionKind.NOMINAL, meant, CERTAINTY));
                        i = head;
                    }
                }
            }
        }
        return references;
    }

    /** The role noun that ends the description, or -1; another noun after it makes it another thing. */
    private int head(int start, int end) {
        int head = -1;
        for (int i = start; i < end && i <= start + MOST_MODIFIERS; i++) {
            Token token = tokens.get(i);
            boolean noun = token.tag().startsWith("NN") || token.tag().equals("HYPH");
            if (!noun && (head > 0 || !token.tag().startsWith("JJ"))) {
                return head;
            }
            head = Titles.isRole(token.text()) ? i : -1;
        }
        return head;
    }

    /** Of those whose role has each word of the description, the one named last before it; null where there is none. */
    private EntityDraft meant(int article, int head) {
        EntityDraft best = null;
        int bestToken = -1;
        for (Held held : byWord.getOrDefault(lower(tokens.get(head).text()), List.of())) {
            int last = held.draft().lastBefore(article);
            if (last > bestToken && fits(held.words(), article + 1, head)) {
                best = held.draft();
                bestToken = last;
            }
        }
        return best;
    }

    private boolean fits(Set<String> words, int start, int head) {
        for (int i = start; i <= head; i++) {
            if (!words.contains(lower(tokens.get(i).text()))) {
                return false;
            }
        }
        return true;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
