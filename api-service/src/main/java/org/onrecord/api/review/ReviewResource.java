package org.onrecord.api.review;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

import io.smallrye.common.annotation.RunOnVirtualThread;

import org.onrecord.api.page.DatedPosition;
import org.onrecord.api.page.NextLink;
import org.onrecord.api.page.Page;
import org.onrecord.api.page.Total;
import org.onrecord.api.parameter.Paging;
import org.onrecord.database.Database;
import org.onrecord.database.Sql;

/** What editors set right. */
@Path("/v1/reviews")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "reviews", description = "What editors set right.")
class ReviewResource {

    private final Database database;
    private final Reviews reviews;

    ReviewResource(Database database, Reviews reviews) {
        this.database = database;
        this.reviews = reviews;
    }

    @GET
    @Operation(
            operationId = "reviews",
            summary = "What was decided, the last of it first",
            description = "Those that were undone or replaced as well.")
    public RestResponse<Page<Review>> list(
            @Valid @BeanParam ReviewParameters parameters, @Valid @BeanParam Paging paging, UriInfo uri) {
        String question = parameters.question();
        int limit = paging.limitOrDefault();
        Sql page = parameters.all();
        paging.cursorFor(question)
                .map(DatedPosition::of)
                .ifPresent(after -> page.add("AND (r.made_at, r.review_id) < (?, ?)", after.date(), after.id()));
        page.add("ORDER BY r.made_at DESC, r.review_id DESC LIMIT ?", limit + 1);
        return Page.of(
                        database.list(page, Reviews::review),
                        limit,
                        Total.of(database, parameters.all()),
                        last -> NextLink.after(
                                uri,
                                new DatedPosition(last.time(), last.id())
                                        .cursor()
                                        .encode(question)))
                .response();
    }

    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "undoReview",
            summary = "Take back what was decided, of a quote or of people",
            description = "It stays in the list, as ended. Needs a key of scope edit.")
    @APIResponse(responseCode = "204", description = "It holds no longer")
    public void undo(@RestPath UUID id) {
        reviews.undoReview(id);
    }
}
