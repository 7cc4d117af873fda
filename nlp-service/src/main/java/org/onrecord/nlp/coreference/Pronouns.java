package org.onrecord.nlp.coreference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.onrecord.contracts.EntityType;
import org.onrecord.contracts.MentionKind;
import org.onrecord.nlp.document.Document;
import org.onrecord.nlp.document.Token;
import org.onrecord.nlp.weight.Weights;

/**
 * Resolves "he" and "she" in two passes: the first counts each pronoun as a vote on the gender of whom it may mean, the second
 * decides with all the others' votes.
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

    private final Weights weights;
    private final Discourse discourse;
    private final List<EntityDraft> drafts;
    private final List<Reference> descriptions;
    private final GenderBelief belief = new GenderBelief();

    /** A pronoun and how likely it means each candidate. */
    record Resolved(int token, Gender gender, List<PronounCandidates.Candidate> candidates, double[] likely) {
        /** Index of the likeliest candidate; -1 where nobody the article names is likelier. */
        int best() {
            int best = -1;
            double highest = 1;
            for (double probability : likely) {
                highest -= probability;
            }
            for (int c = 0; c < likely.length; c++) {
                if (likely[c] > highest) {
                    highest = likely[c];
                    best = c;
                }
            }
            return best;
        }
    }

    private Pronouns(Document document, List<EntityDraft> drafts, List<Reference> descriptions, Weights weights) {
        this.descriptions = descriptions;
        this.weights = weights;
        this.discourse = new Discourse(document);
        this.drafts = drafts;
        drafts.stream().filter(draft -> draft.type == EntityType.PERSON).forEach(belief::add);
    }

    static Weights shipped() {
        return Weights.load("pronoun", PronounTrait.class);
    }

    static List<Reference> of(
            Document document, List<EntityDraft> drafts, List<Reference> descriptions, Weights weights) {
        List<Reference> references = new ArrayList<>();
        for (Resolved pronoun : resolve(document, drafts, descriptions, weights)) {
            int best = pronoun.best();
            if (best >= 0) {
                Token token = document.tokens().get(pronoun.token());
                references.add(new Reference(
                        token.start(),
                        token.end(),
                        MentionKind.PRONOUN,
                        pronoun.candidates().get(best).draft(),
                        pronoun.likely()[best]));
            }
        }
        return references;
    }

    /** @param descriptions those that mean one of them, which a pronoun may take up like a name */
    static List<Resolved> resolve(
            Document document, List<EntityDraft> drafts, List<Reference> descriptions, Weights weights) {
        Pronouns pronouns = new Pronouns(document, drafts, descriptions, weights);
        Map<Integer, Resolved> votes = new HashMap<>();
        for (Resolved first : pronouns.pass(Map.of())) {
            votes.put(first.token(), first);
            pronouns.vote(first, 1);
        }
        return pronouns.pass(votes);
    }

    private void vote(Resolved pronoun, int sign) {
        for (int c = 0; c < pronoun.likely().length; c++) {
            belief.vote(pronoun.candidates().get(c).draft(), pronoun.gender(), sign * pronoun.likely()[c]);
        }
    }

    /** @param votes what was counted so far; a pronoun decides without its own */
    private List<Resolved> pass(Map<Integer, Resolved> votes) {
        PronounCandidates candidates = new PronounCandidates(discourse, drafts, descriptions, belief);
        List<Resolved> resolved = new ArrayList<>();
        for (int i = 0; i < discourse.tokens.size(); i++) {
            Gender gender = GENDERS.get(discourse.tokens.get(i).text().toLowerCase(Locale.ROOT));
            if (gender == null) {
                continue;
            }
            Resolved own = votes.get(i);
            if (own != null) {
                vote(own, -1);
            }
            List<PronounCandidates.Candidate> found = candidates.of(i, gender);
            Resolved pronoun = new Resolved(i, gender, found, likely(found));
            if (own != null) {
                vote(own, 1);
            }
            if (pronoun.best() >= 0) {
                candidates.means(i, gender, found.get(pronoun.best()).draft());
            }
            resolved.add(pronoun);
        }
        return resolved;
    }

    private double[] likely(List<PronounCandidates.Candidate> candidates) {
        return weights.shares(
                candidates.stream().map(PronounCandidates.Candidate::traits).toList());
    }
}
