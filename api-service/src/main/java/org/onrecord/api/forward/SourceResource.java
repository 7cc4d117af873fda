package org.onrecord.api.forward;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import io.smallrye.common.annotation.RunOnVirtualThread;

/** The sources that the scraper watches. */
@Path("/v1/sources")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "sources", description = "News sites, feeds and sitemaps that are watched for articles.")
class SourceResource {

    private static final String PATH = "/v1/sources";
    private static final byte[] NOTHING = {};

    private final Forwarder forwarder;

    SourceResource(Forwarder forwarder) {
        this.forwarder = forwarder;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "addSource",
            summary = "Watch a news site, a feed or a sitemap",
            description = "Its feeds and sitemaps are looked for at once, and their articles read as they appear. A"
                    + " source that is there already is answered with as it is.")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewSource.class)))
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content = @Content(schema = @Schema(implementation = Source.class)))
    @APIResponse(
            responseCode = "200",
            description = "It was there already",
            content = @Content(schema = @Schema(implementation = Source.class)))
    public Response add(byte[] source) {
        return forwarder.forward(Service.SCRAPER, "POST", PATH, source);
    }

    @GET
    @Operation(
            operationId = "sources",
            summary = "The sources that are watched",
            description = "Each with its state, its last error and the feeds and sitemaps that were found.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = SourceList.class)))
    public Response list(@Valid @BeanParam SourceParameters parameters, UriInfo uri) {
        String query = uri.getRequestUri().getRawQuery();
        return forwarder.forward(Service.SCRAPER, "GET", query == null ? PATH : PATH + "?" + query, NOTHING);
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "source",
            summary = "A source with its feeds and sitemaps",
            description = "Each feed and sitemap with when it is looked at next, and what was wrong the last time.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = Source.class)))
    public Response get(@RestPath UUID id) {
        return forwarder.forward(Service.SCRAPER, "GET", PATH + "/" + id, NOTHING);
    }

    @PATCH
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeSource",
            summary = "Pause or resume a source, or change which of its pages are wanted",
            description = "Fields that are left out, null or empty stay as they are; the list [\"*\"] wants all pages.")
    @RequestBody(content = @Content(schema = @Schema(implementation = SourceChange.class)))
    @APIResponse(
            responseCode = "200",
            description = "The source as it is now",
            content = @Content(schema = @Schema(implementation = Source.class)))
    public Response change(@RestPath UUID id, byte[] change) {
        return forwarder.forward(Service.SCRAPER, "PATCH", PATH + "/" + id, change);
    }

    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "deleteSource",
            summary = "Watch a source no longer",
            description = "The articles that it led to are kept.")
    @APIResponse(responseCode = "204", description = "It is gone")
    public Response delete(@RestPath UUID id) {
        return forwarder.forward(Service.SCRAPER, "DELETE", PATH + "/" + id, NOTHING);
    }
}
