package org.onrecord.nlp.coreference;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.onrecord.contracts.EntityType;

/**
 * What an article shows of the gender of its persons, as logarithms of odds: first names by their shares, titles and roles,
 * and each pronoun as one vote, weighed by how sure it is whom it means. No vote decides alone. Not thread-safe.
 */
final class GenderBelief {
    private static final double BY_TITLE = 5;
    private static final double BY_ROLE = 3.5;
    /** "Katrina" tells less by itself than before a surname: it may be one. */
    private static final double LONE_WORD = 0.5;
    /** What a pronoun adds that means somebody for certain. */
    private static final double BY_PRONOUN = 1.2;
    /** Pronouns agree with each other's mistakes, so many of them prove no more than this. */
    private static final double MOST_BY_PRONOUNS = 4;

    private final Map<EntityDraft, Double> before = new HashMap<>();
    private final Map<EntityDraft, Double> votes = new HashMap<>();

    void add(EntityDraft draft) {
        before.put(draft, fromNames(draft) + fromRoles(draft));
    }

    private static double fromNames(EntityDraft draft) {
        if (draft.type != EntityType.PERSON) {
            return 0;
        }
        if (draft.gender != Gender.UNKNOWN) {
            return draft.gender == Gender.FEMALE ? BY_TITLE : -BY_TITLE;
        }
        String first = draft.firstName();
        if (first != null) {
            return FirstNameShares.logOddsOfWoman(first);
        }
        double unknown = FirstNameShares.logOddsOfWoman("");
        return unknown + LONE_WORD * (FirstNameShares.logOddsOfWoman(draft.loneWord()) - unknown);
    }

    private static double fromRoles(EntityDraft draft) {
        for (String role : draft.roles) {
            for (String word : role.toLowerCase(Locale.ROOT).split(" ")) {
                Gender shown = Titles.gender(word);
                if (shown != Gender.UNKNOWN) {
                    return shown == Gender.FEMALE ? BY_ROLE : -BY_ROLE;
                }
            }
        }
        return 0;
    }

    /** A pronoun that means somebody with a probability; negative to take its vote back. */
    void vote(EntityDraft draft, Gender gender, double probability) {
        votes.merge(draft, (gender == Gender.FEMALE ? 1 : -1) * BY_PRONOUN * probability, Double::sum);
    }

    /** The logarithm of the probability that somebody is of a gender. */
    double logProbability(EntityDraft draft, Gender gender) {
        double voted = Math.clamp(votes.getOrDefault(draft, 0.0), -MOST_BY_PRONOUNS, MOST_BY_PRONOUNS);
        double woman = before.getOrDefault(draft, 0.0) + voted;
        return -Math.log1p(Math.exp(gender == Gender.FEMALE ? -woman : woman));
    }
}
