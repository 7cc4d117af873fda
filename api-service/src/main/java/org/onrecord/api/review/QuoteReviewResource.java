package org.onrecord.api.review;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.resteasy.reactive.jackson.CustomDeserialization;
import io.smallrye.common.annotation.RunOnVirtualThread;

import org.onrecord.chassis.problem.ProblemException;
import org.onrecord.chassis.problem.ProblemType;
import org.onrecord.chassis.problem.StrictBody;
import org.onrecord.database.Database;

/** What an editor decides of a quote. */
@Path("/v1/quotes/{id}/review")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "reviews")
class QuoteReviewResource {

    private final Database database;
    private final Reviews reviews;

    QuoteReviewResource(Database database, Reviews reviews) {
        this.database = database;
        this.reviews = reviews;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @CustomDeserialization(StrictBody.class)
    @Operation(
            operationId = "reviewQuote",
            summary = "Confirm, correct or reject a quote",
            description =
                    "Holds from now on, in the place of what was decided on it before, and outlives later readings of the"
                            + " article: it finds its words by the words themselves and what stands around them, and the quote"
                            + " keeps its id. Where the machine reads the words no more, the quote is answered all the same;"
                            + " where the article has them no more, the review is orphaned until it has. Confirmed and"
                            + " corrected quotes have the confidence 1; rejected ones are left out of every answer that does"
                            + " not ask for them. Needs a key of scope edit.")
    public Review decide(@RestPath UUID id, @NotNull QuoteDecision decision) {
        return reviews.decide(id, decision);
    }

    @GET
    @Operation(
            operationId = "quoteReview",
            summary = "What an editor decided on a quote, and what the machine had read")
    public Review ofQuote(@RestPath UUID id) {
        return database.first(Reviews.ofQuote(id), Reviews::review)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND, "Nothing is decided on a quote of this id. See /v1/reviews."));
    }

    @DELETE
    @Operation(
            operationId = "undoQuoteReview",
            summary = "Take back what was decided on a quote",
            description =
                    "The quote is answered as the machine reads it, under the id that the machine gives it. Needs a key"
                            + " of scope edit.")
    @APIResponse(responseCode = "204", description = "It holds no longer")
    public void undo(@RestPath UUID id) {
        reviews.undo(id);
    }
}
