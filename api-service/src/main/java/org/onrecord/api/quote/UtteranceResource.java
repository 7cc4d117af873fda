package org.onrecord.api.quote;

import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

import io.smallrye.common.annotation.RunOnVirtualThread;

import org.onrecord.api.page.DatedPosition;
import org.onrecord.api.page.NextLink;
import org.onrecord.api.page.Page;
import org.onrecord.api.page.Total;
import org.onrecord.api.parameter.Paging;
import org.onrecord.chassis.problem.ProblemException;
import org.onrecord.chassis.problem.ProblemType;
import org.onrecord.database.Database;

/** The same words or nearly the same, wherever they were printed. */
@Path("/v1/utterances")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "quotes")
class UtteranceResource {

    private final Database database;

    UtteranceResource(Database database) {
        this.database = database;
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "utterance",
            summary = "One utterance in all its publications, the oldest first",
            description =
                    "Quotes are of one utterance if their words are the same, whatever their case, punctuation and"
                            + " quotation marks; fewer than five words must have the same speaker too. Words are nearly"
                            + " the same if one paper cuts the statement shorter than another, writes “he said” into its"
                            + " middle, or changes a word in ten, as long as names, numbers and negations agree and"
                            + " nobody else is named as the speaker. Such quotes come together some seconds after they"
                            + " were stored; any earlier id goes on leading to them.")
    public RestResponse<Page<Quote>> byId(
            @RestPath UUID id,
            @Valid @BeanParam StanceParameters parameters,
            @Valid @BeanParam Paging paging,
            UriInfo uri) {
        String question = "utterance\n" + id + (parameters.stance == null ? "" : "\n" + parameters.stance);
        Stances stances = parameters.stances();
        int limit = paging.limitOrDefault();
        List<Quote> found = database.list(
                QuoteQuery.ofUtterance(id, stances, paging.cursorFor(question).map(DatedPosition::of), limit),
                QuoteRows::withArticle);
        if (found.isEmpty() && paging.cursor == null) {
            throw new ProblemException(
                    ProblemType.NOT_FOUND,
                    "No quote of a current article is of this utterance, or none of the stances that are asked for. See /v1/quotes.");
        }
        return Page.of(
                        found,
                        limit,
                        Total.of(database, QuoteQuery.ofUtterance(id, stances)),
                        last -> NextLink.after(
                                uri,
                                new DatedPosition(last.article().date(), last.id())
                                        .cursor()
                                        .encode(question)))
                .response();
    }
}
