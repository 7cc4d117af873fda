package org.onrecord.api.feed;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import io.smallrye.common.annotation.RunOnVirtualThread;

import org.onrecord.api.saved.SavedSearch;
import org.onrecord.api.saved.SavedSearches;
import org.onrecord.chassis.problem.ProblemException;
import org.onrecord.chassis.problem.ProblemType;

/** A saved search as a feed: its address stays when its filters change. */
@Path("/v1/searches/{id}")
@RunOnVirtualThread
@Tag(name = "feeds")
class SearchFeedResource {

    private final SavedSearches searches;
    private final Feeds feeds;
    private final FeedAnswers answers;

    SearchFeedResource(SavedSearches searches, Feeds feeds, FeedAnswers answers) {
        this.searches = searches;
        this.feeds = feeds;
        this.answers = answers;
    }

    @GET
    @Path("feed.atom")
    @Produces(FeedAnswers.ATOM)
    @Operation(
            operationId = "searchAtom",
            summary = "A saved search as an Atom feed",
            description = "For any key that may follow feeds, and that knows the id of the search.")
    @APIResponse(
            responseCode = "200",
            description = "An entry a quote",
            content =
                    @Content(
                            mediaType = FeedAnswers.ATOM,
                            schema = @Schema(type = SchemaType.STRING),
                            example = QuoteFeedResource.ATOM_EXAMPLE))
    public Response atom(
            @RestPath UUID id,
            @Valid @BeanParam FeedParameters parameters,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            @Context Request request) {
        return answers.atom(feeds.of(search(id), uri), uri, headers, request);
    }

    @GET
    @Path("feed.json")
    @Produces(FeedAnswers.JSON_FEED)
    @Operation(
            operationId = "searchJsonFeed",
            summary = "A saved search as a JSON Feed",
            description = "As the Atom feed.")
    @APIResponse(
            responseCode = "200",
            description = "An item a quote",
            content = @Content(mediaType = FeedAnswers.JSON_FEED, schema = @Schema(implementation = JsonFeed.class)))
    public Response json(
            @RestPath UUID id,
            @Valid @BeanParam FeedParameters parameters,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            @Context Request request) {
        return answers.json(feeds.of(search(id), uri), uri, headers, request);
    }

    private SavedSearch search(UUID id) {
        return searches.ofAnybody(id)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND, "There is no saved search of this id, or no longer."));
    }
}
