package org.onrecord.api.entity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

import org.onrecord.contracts.EntityType;

/**
 * Somebody or something that articles are about.
 *
 * @param id the same in every article
 * @param type what it is
 * @param name as the newest article has it
 * @param key the normalised name it is listed under
 * @param names each name that articles give it, the most frequent first, 50 at most
 * @param roles each title and role, likewise
 * @param counts in the current versions of all articles
 * @param firstDate of the oldest article that mentions it
 * @param lastDate of the newest
 * @param identity why all that is taken for one
 */
@RegisterForReflection
public record Entity(
        UUID id,
        EntityType type,
        String name,
        String key,
        List<Attribute> names,
        List<Attribute> roles,
        EntitySummary.Counts counts,
        Instant firstDate,
        Instant lastDate,
        Identity identity) {

    /**
     * What articles call it.
     *
     * @param text the words
     * @param articles how many do
     */
    @RegisterForReflection
    public record Attribute(String text, long articles) {}

    /**
     * Why mentions in different articles are taken for one. Of organisations and places the name alone decides.
     *
     * @param reasons each with the number of articles for which it is the strongest, the strongest first
     * @param namesakes others who bear one of its names, those of most articles first, 50 at most
     */
    @RegisterForReflection
    public record Identity(List<Reason> reasons, List<Namesake> namesakes) {}

    /**
     * A kind of evidence.
     *
     * @param evidence what articles have in common, besides the name
     * @param confidence from 0 to 1; orders the kinds of evidence, and was not measured
     * @param articles how many
     */
    @RegisterForReflection
    public record Reason(
            @Schema(
                    enumeration = {"editor", "role", "company", "variant", "name", "occupation", "surname", "namesakes"
                    },
                    description =
                            "editor: an editor decided it. role: another article gives the name the same role. company: another article names it"
                                    + " with two of the same people or organisations. variant: another form of the name,"
                                    + " in the same role or company. name: nothing but the name, which nobody else is known"
                                    + " to bear. occupation: a role of a walk of life that no other bearer has. surname: the surname alone, in a role or company that one of its bearers"
                                    + " has. namesakes: nothing but the name, which others bear too.")
            String evidence,

            double confidence,
            long articles) {}

    /**
     * Somebody else of the same name.
     *
     * @param id of {@code /v1/entities/{id}}
     * @param name as an article has it
     * @param articles that mention them
     */
    @RegisterForReflection
    public record Namesake(UUID id, String name, long articles) {}
}
