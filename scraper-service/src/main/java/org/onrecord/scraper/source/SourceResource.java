package org.onrecord.scraper.source;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

import io.quarkus.resteasy.reactive.jackson.CustomDeserialization;
import io.smallrye.common.annotation.RunOnVirtualThread;

import org.onrecord.chassis.problem.StrictBody;

/** The sources that are watched. Reached through the API service, never from outside the house. */
@Path("/v1/sources")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class SourceResource {

    private static final int MOST = 500;

    private final Sources sources;
    private final SourceUrls urls;

    SourceResource(Sources sources, SourceUrls urls) {
        this.sources = sources;
        this.urls = urls;
    }

    @POST
    @CustomDeserialization(StrictBody.class)
    @Operation(
            operationId = "addSource",
            summary = "Adds a news site, a feed or a sitemap to be watched",
            description =
                    "Its feeds and sitemaps are looked for at once; GET it again to see which were found. A source"
                            + " that is there already is answered with as it is.")
    @APIResponse(
            responseCode = "201",
            description = "added",
            content = @Content(schema = @Schema(implementation = Source.class)))
    @APIResponse(
            responseCode = "200",
            description = "it was there already",
            content = @Content(schema = @Schema(implementation = Source.class)))
    @APIResponse(responseCode = "400", description = "no URL that may be fetched, or patterns that are none")
    @APIResponse(responseCode = "503", description = "the database is away; send it again after Retry-After seconds")
    public Response add(NewSource source) {
        Sources.Added added = sources.add(url(source), source.selection());
        return added.fresh()
                ? Response.status(Response.Status.CREATED)
                        // Its path alone: with a host it would be the one that the request names.
                        .header(
                                HttpHeaders.LOCATION,
                                "/v1/sources/" + added.source().id())
                        .entity(added.source())
                        .build()
                : Response.ok(added.source()).build();
    }

    private URI url(NewSource source) {
        return urls.checked(Optional.ofNullable(source)
                .flatMap(NewSource::url)
                .orElseThrow(() -> new RejectedSourceException(
                        "Send a JSON object with the url of a home page, a feed or a sitemap.")));
    }

    @GET
    @Operation(operationId = "listSources", summary = "The sources that are watched")
    @APIResponse(
            responseCode = "200",
            description = "a piece of the list",
            content = @Content(schema = @Schema(implementation = SourceList.class)))
    @APIResponse(responseCode = "400", description = "a limit out of range, an unknown state or a broken cursor")
    public Response list(
            @QueryParam("state") Optional<String> state,
            @QueryParam("limit") @DefaultValue("50") String limit,
            @QueryParam("cursor") Optional<String> cursor) {
        int most = limit(limit);
        Sources.Piece piece =
                sources.list(cursor.map(SourceResource::position).orElse(0L), most, state.map(SourceResource::state));
        Optional<String> next = piece.next()
                .map(position -> "/v1/sources?limit=" + most
                        + state.map(value -> "&state=" + value).orElse("") + "&cursor=" + cursor(position));
        Response.ResponseBuilder response = Response.ok(new SourceList(piece.sources(), next));
        next.ifPresent(link -> response.header("Link", "<" + link + ">; rel=\"next\""));
        return response.build();
    }

    private static int limit(String text) {
        int limit = text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > MOST) {
            throw new RejectedSourceException("limit must be 1 to " + MOST + ".");
        }
        return limit;
    }

    private static SourceState state(String label) {
        try {
            return SourceState.of(label);
        } catch (IllegalArgumentException e) {
            throw new RejectedSourceException("state must be " + e.getMessage() + ".");
        }
    }

    private static String cursor(long position) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Long.toString(position).getBytes(StandardCharsets.US_ASCII));
    }

    private static long position(String cursor) {
        try {
            return Long.parseLong(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            throw new RejectedSourceException("cursor must be that of the link to the next piece.");
        }
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getSource", summary = "A source with its feeds and sitemaps")
    @APIResponse(responseCode = "200", description = "the source")
    @APIResponse(responseCode = "404", description = "no such source")
    public Source get(@PathParam("id") String id) {
        return sources.find(id(id)).orElseThrow(UnknownSourceException::new);
    }

    @PATCH
    @CustomDeserialization(StrictBody.class)
    @Path("{id}")
    @Operation(
            operationId = "changeSource",
            summary = "Pauses or resumes a source, or changes which of its pages are wanted")
    @APIResponse(responseCode = "200", description = "the source as it is now")
    @APIResponse(responseCode = "400", description = "nothing to change, or patterns that are none")
    @APIResponse(responseCode = "404", description = "no such source")
    public Source change(@PathParam("id") String id, SourceChange change) {
        if (change == null || change.isEmpty()) {
            throw new RejectedSourceException("Send a JSON object with paused, include or exclude.");
        }
        return sources.change(id(id), change).orElseThrow(UnknownSourceException::new);
    }

    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "deleteSource",
            summary = "Watches a source no longer",
            description = "The articles that it led to are kept.")
    @APIResponse(responseCode = "204", description = "it is gone")
    @APIResponse(responseCode = "404", description = "no such source")
    public void delete(@PathParam("id") String id) {
        if (!sources.delete(id(id))) {
            throw new UnknownSourceException();
        }
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new UnknownSourceException();
        }
    }
}
