package org.onrecord.api.feed;

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

import io.smallrye.common.annotation.RunOnVirtualThread;

import org.onrecord.api.quote.QuoteParameters;

/** Any question as a feed. */
@Path("/v1")
@RunOnVirtualThread
@Tag(name = "feeds", description = "Any question, and any saved search, for feed readers.")
class QuoteFeedResource {

    static final String ATOM_EXAMPLE = """
            <?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom"><id>urn:uuid:…</id>…</feed>
            """;

    private final Feeds feeds;
    private final FeedAnswers answers;

    QuoteFeedResource(Feeds feeds, FeedAnswers answers) {
        this.feeds = feeds;
        this.answers = answers;
    }

    @GET
    @Path("quotes.atom")
    @Produces(FeedAnswers.ATOM)
    @Operation(
            operationId = "quotesAtom",
            summary = "A question as an Atom feed",
            description =
                    "Takes the filters of /v1/quotes; the hundred newest quotes that answer it. A quote keeps its id when"
                            + " its article is read anew.")
    @APIResponse(
            responseCode = "200",
            description = "An entry a quote",
            content =
                    @Content(
                            mediaType = FeedAnswers.ATOM,
                            schema = @Schema(type = SchemaType.STRING),
                            example = ATOM_EXAMPLE))
    public Response atom(
            @Valid @BeanParam QuoteParameters quotes,
            @Valid @BeanParam FeedParameters parameters,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            @Context Request request) {
        return answers.atom(feeds.of(quotes, uri), uri, headers, request);
    }

    @GET
    @Path("quotes.json")
    @Produces(FeedAnswers.JSON_FEED)
    @Operation(operationId = "quotesJsonFeed", summary = "A question as a JSON Feed", description = "As the Atom feed.")
    @APIResponse(
            responseCode = "200",
            description = "An item a quote",
            content = @Content(mediaType = FeedAnswers.JSON_FEED, schema = @Schema(implementation = JsonFeed.class)))
    public Response json(
            @Valid @BeanParam QuoteParameters quotes,
            @Valid @BeanParam FeedParameters parameters,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            @Context Request request) {
        return answers.json(feeds.of(quotes, uri), uri, headers, request);
    }
}
