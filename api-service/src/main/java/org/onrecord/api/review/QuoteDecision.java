package org.onrecord.api.review;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.onrecord.contracts.Span;

/** What an editor decides of a quote. */
public record QuoteDecision(
        @Schema(
                enumeration = {"confirmed", "corrected", "rejected"},
                description =
                        "confirmed: it is right as it is answered. corrected: it is right with what the other fields say."
                                + " rejected: it is none.")
        Optional<String> decision,

        @Schema(
                description =
                        "Where the words stand, piece by piece, in place of where they stood. An empty list changes nothing.")
        Optional<List<Span>> spans,

        @Schema(
                description =
                        "The words instead of their spans, as the article has them; of several places the one nearest to the"
                                + " quote is meant.")
        Optional<String> text,

        @Schema(enumeration = {"said", "asked", "denied", "unsaid"})
        Optional<String> stance,

        @Schema(description = "Who said it, all of them. An empty list changes nothing.")
        Optional<List<NamedSpeaker>> speakers,

        @Schema(description = "true: the article does not show who said it.")
        Optional<Boolean> unattributed,

        @Schema(description = "Why, in words; at most 2,000 characters.")
        Optional<String> note) {

    static final int LONGEST_NOTE = 2_000;

    /** What is decided with nothing but a note. */
    public static QuoteDecision of(String decision, Optional<String> note) {
        return new QuoteDecision(
                Optional.of(decision),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                note);
    }

    /** Who said it, as an editor names them. */
    public record NamedSpeaker(
            @Schema(
                    description =
                            "The name; or leave it out and say which entity it is, or by which words nobody in particular.")
            Optional<String> name,

            @Schema(
                    description =
                            "What the name names, where the article is not known to tell of it, or is thought to tell of"
                                    + " something else by it: a person, if it is not given.",
                    enumeration = {"person", "organisation", "place"})
            Optional<String> type,

            @Schema(description = "The id of the one among several of the name, of /v1/entities.")
            Optional<UUID> entityId,

            @Schema(
                    description =
                            "Where the words stand that name them beside the quote; found by the name where left out.")
            Optional<Span> span,

            @Schema(description = "Those words instead of their span, as the article has them.")
            Optional<String> words) {}
}
