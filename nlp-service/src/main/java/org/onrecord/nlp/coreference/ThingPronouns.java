package org.onrecord.nlp.coreference;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.onrecord.contracts.EntityType;
import org.onrecord.contracts.MentionKind;
import org.onrecord.nlp.document.Document;
import org.onrecord.nlp.document.Sentence;
import org.onrecord.nlp.document.Token;

/**
 * Resolves "it" as a subject to the organisation or place that was the subject before: "The Pentagon tamped down
 * speculation. It also ruled out …". Any other "it" is left alone, as most of them mean no named thing.
 */
final class ThingPronouns {
    /** With these verbs "it" most often means nothing ("it was clear", "it seems"). */
    private static final Set<String> EMPTY_VERBS = Set.of(
            "is",
            "was",
            "'s",
            "\u2019s",
            "seems",
            "seemed",
            "appears",
            "appeared",
            "takes",
            "took",
            "remains",
            "remained",
            "may",
            "might",
            "would",
            "could",
            "will",
            "should",
            "can",
            "turns",
            "turned",
            "makes",
            "made",
            "happened");

    /** The share that was right in annotated news. */
    private static final double CERTAINTY = 0.8;

    private final Document document;
    private final QuotedTokens quoted;

    private ThingPronouns(Document document) {
        this.document = document;
        this.quoted = QuotedTokens.of(document);
    }

    static List<Reference> of(Document document, List<EntityDraft> drafts) {
        ThingPronouns pronouns = new ThingPronouns(document);
        EntityDraft[] subjects = pronouns.subjects(drafts);
        List<Reference> references = new ArrayList<>();
        for (int s = 0; s < subjects.length; s++) {
            Sentence sentence = document.sentences().get(s);
            for (int i = sentence.firstToken(); i < sentence.endToken(); i++) {
                boolean first = i == sentence.firstToken();
                EntityDraft subject = first ? s > 0 ? subjects[s - 1] : null : subjects[s];
                if (subject != null
                        && pronouns.isActing(i, sentence)
                        && (first || pronouns.isAfter(subject, sentence, i))) {
                    Token token = document.tokens().get(i);
                    references.add(new Reference(token.start(), token.end(), MentionKind.PRONOUN, subject, CERTAINTY));
                    subjects[s] = first && subjects[s] == null ? subject : subjects[s];
                }
            }
        }
        return references;
    }

    /** For each sentence the organisation or place that is its first subject; none where a person is. */
    private EntityDraft[] subjects(List<EntityDraft> drafts) {
        EntityDraft[] subjects = new EntityDraft[document.sentences().size()];
        int[] at = new int[subjects.length];
        for (EntityDraft draft : drafts) {
            for (NameMention name : draft.names()) {
                int s = sentence(name.firstToken());
                if (!quoted.contains(name.firstToken())
                        && (subjects[s] == null || name.firstToken() < at[s])
                        && Subjects.isSubject(document.tokens(), name.firstToken(), name.endToken())) {
                    subjects[s] = draft;
                    at[s] = name.firstToken();
                }
            }
        }
        for (int s = 0; s < subjects.length; s++) {
            subjects[s] = subjects[s] != null && subjects[s].type != EntityType.PERSON ? subjects[s] : null;
        }
        return subjects;
    }

    private int sentence(int token) {
        int low = 0;
        int high = document.sentences().size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (document.sentences().get(middle).endToken() <= token) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean isActing(int token, Sentence sentence) {
        List<Token> tokens = document.tokens();
        if (!tokens.get(token).text().equalsIgnoreCase("it") || quoted.contains(token)) {
            return false;
        }
        int verb = token + 1;
        while (verb < sentence.endToken() && tokens.get(verb).tag().equals("RB")) {
            verb++;
        }
        return verb < sentence.endToken()
                && Subjects.isFinite(tokens.get(verb).tag())
                && !EMPTY_VERBS.contains(tokens.get(verb).text());
    }

    private boolean isAfter(EntityDraft subject, Sentence sentence, int token) {
        return subject.lastBefore(token) >= sentence.firstToken();
    }
}
