package org.onrecord.nlp.coreference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.onrecord.contracts.EntityType;
import org.onrecord.contracts.MentionKind;
import org.onrecord.nlp.document.Document;
import org.onrecord.nlp.document.Sentence;
import org.onrecord.nlp.document.Token;

/**
 * Resolves "he" and "she" to the person who was spoken of last and most, subjects before others. The pronoun shows the
 * person's gender from then on.
 */
final class Pronouns {
    private static final Map<String, Gender> GENDERS = Map.ofEntries(
            Map.entry("he", Gender.MALE),
            Map.entry("him", Gender.MALE),
            Map.entry("his", Gender.MALE),
            Map.entry("himself", Gender.MALE),
            Map.entry("she", Gender.FEMALE),
            Map.entry("her", Gender.FEMALE),
            Map.entry("hers", Gender.FEMALE),
            Map.entry("herself", Gender.FEMALE));
    /** "Warren praised Biden for his empathy": whose something is, the sentence itself mostly says. */
    private static final Set<String> OF_THE_SENTENCE = Set.of("his", "hers", "himself", "herself");

    private static final int FARTHEST = 6;
    private static final double PER_SENTENCE = 1.0;
    private static final double SUBJECT = 1.6;
    private static final double OTHER_SIDE_OF_QUOTE = 1.2;
    private static final double NAMED_IN_OWN_WORDS = 2.5;
    private static final double OWN_SENTENCE = 1.0;
    private static final double EACH_MENTION = 0.25;
    private static final int MOST_MENTIONS = 6;
    private static final int MOST_LOOKED_AT = 100;

    private final Document document;
    private final QuotedTokens quoted;
    private final int[] sentenceOf;
    private final List<Spoken> spoken = new ArrayList<>();
    private final Map<EntityDraft, Set<Integer>> quotedIn = new HashMap<>();
    private final Map<EntityDraft, Gender> shown = new HashMap<>();

    /** A mention met so far. */
    private record Spoken(EntityDraft draft, int firstToken, int endToken) {}

    private Pronouns(Document document) {
        this.document = document;
        this.quoted = QuotedTokens.of(document);
        this.sentenceOf = new int[document.tokens().size()];
        for (int s = 0; s < document.sentences().size(); s++) {
            Sentence sentence = document.sentences().get(s);
            Arrays.fill(sentenceOf, sentence.firstToken(), sentence.endToken(), s);
        }
    }

    static List<Reference> of(Document document, List<EntityDraft> drafts) {
        return new Pronouns(document).resolve(drafts);
    }

    private List<Reference> resolve(List<EntityDraft> drafts) {
        Map<Integer, Spoken> starts = new HashMap<>();
        for (EntityDraft draft : drafts) {
            if (draft.type == EntityType.PERSON) {
                shown.put(draft, draft.gender);
                for (NameMention name : draft.names()) {
                    starts.put(name.firstToken(), new Spoken(draft, name.firstToken(), name.endToken()));
                    if (quoted.contains(name.firstToken())) {
                        quotedIn.computeIfAbsent(draft, d -> new HashSet<>()).add(sentenceOf[name.firstToken()]);
                    }
                }
            }
        }
        List<Reference> references = new ArrayList<>();
        for (int i = 0; i < document.tokens().size(); i++) {
            Spoken name = starts.get(i);
            if (name != null) {
                spoken.add(name);
            }
            Token token = document.tokens().get(i);
            Gender gender = GENDERS.get(token.text().toLowerCase(Locale.ROOT));
            if (gender != null) {
                EntityDraft best = antecedent(i, gender);
                if (best != null) {
                    shown.put(best, gender);
                    spoken.add(new Spoken(best, i, i + 1));
                    references.add(new Reference(token.start(), token.end(), MentionKind.PRONOUN, best));
                }
            }
        }
        return references;
    }

    private EntityDraft antecedent(int pronoun, Gender gender) {
        Map<EntityDraft, Double> scores = new HashMap<>();
        Map<EntityDraft, Integer> counts = new HashMap<>();
        EntityDraft best = null;
        for (int m = spoken.size() - 1; m >= Math.max(0, spoken.size() - MOST_LOOKED_AT); m--) {
            Spoken mention = spoken.get(m);
            int distance = sentenceOf[pronoun] - sentenceOf[mention.firstToken()];
            if (distance > FARTHEST) {
                break;
            }
            if (shown.get(mention.draft()).fits(gender)) {
                counts.merge(mention.draft(), 1, Integer::sum);
                scores.merge(mention.draft(), score(mention, pronoun, distance), Math::max);
            }
        }
        double bestScore = Double.NEGATIVE_INFINITY;
        for (Map.Entry<EntityDraft, Double> entry : scores.entrySet()) {
            double score = entry.getValue() + EACH_MENTION * Math.min(MOST_MENTIONS, counts.get(entry.getKey()));
            if (score > bestScore || score == bestScore && isPreferred(entry.getKey(), best, pronoun)) {
                bestScore = score;
                best = entry.getKey();
            }
        }
        return best;
    }

    private double score(Spoken mention, int pronoun, int distance) {
        double score = -PER_SENTENCE * distance;
        if (Subjects.isSubject(document.tokens(), mention.firstToken(), mention.endToken())) {
            score += SUBJECT;
        }
        if (distance == 0 && isOfTheSentence(pronoun)) {
            score += OWN_SENTENCE;
        }
        if (quoted.contains(mention.firstToken()) != quoted.contains(pronoun)) {
            score -= OTHER_SIDE_OF_QUOTE;
        }
        boolean namedBesideIt = distance == 0 && !quoted.contains(mention.firstToken());
        if (!namedBesideIt && isQuotedIn(mention.draft(), sentenceOf[pronoun]) && !quoted.contains(pronoun)) {
            score -= NAMED_IN_OWN_WORDS;
        }
        return score;
    }

    /** Of two that fit equally, the one named last owns what is somebody's; else it is the one named first. */
    private boolean isPreferred(EntityDraft one, EntityDraft other, int pronoun) {
        return isOfTheSentence(pronoun)
                ? one.lastBefore(pronoun) > other.lastBefore(pronoun)
                : one.firstToken() < other.firstToken();
    }

    private boolean isOfTheSentence(int pronoun) {
        Token token = document.tokens().get(pronoun);
        return OF_THE_SENTENCE.contains(token.text().toLowerCase(Locale.ROOT))
                || token.tag().equals("PRP$");
    }

    /** He said, "Warhol was …": whom the quotation names is rarely the one who speaks it. */
    private boolean isQuotedIn(EntityDraft draft, int sentence) {
        return quotedIn.getOrDefault(draft, Set.of()).contains(sentence);
    }
}
