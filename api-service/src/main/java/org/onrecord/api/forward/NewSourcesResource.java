package org.onrecord.api.forward;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.smallrye.common.annotation.RunOnVirtualThread;

/** Takes lists of subscriptions (OPML 2.0) as sources for the scraper to watch. */
@Path(NewSourcesResource.PATH)
@RunOnVirtualThread
@Tag(name = "sources")
class NewSourcesResource {

    static final String PATH = "/v1/sources/opml";

    private final Forwarder forwarder;

    NewSourcesResource(Forwarder forwarder) {
        this.forwarder = forwarder;
    }

    @POST
    @Consumes({SourceListResource.OPML, MediaType.APPLICATION_XML, MediaType.TEXT_XML})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "addSourcesOfOpml",
            summary = "Watch the feeds and sites of a list of subscriptions",
            description =
                    "OPML as feed readers export it, nested or not, at most 1 MiB and 2,000 outlines. Of each outline the xmlUrl"
                            + " is watched, or the htmlUrl where there is none. What cannot be watched is told with the reason,"
                            + " and the others are added; the same list may be sent again.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = SourceListResource.OPML,
                            schema = @Schema(type = SchemaType.STRING),
                            example = SourceListResource.EXAMPLE))
    @APIResponse(
            responseCode = "200",
            description = "What became of each outline",
            content = @Content(schema = @Schema(implementation = OpmlOutcome.class)))
    public Response add(byte[] document) {
        return forwarder.forward(
                Service.SCRAPER, "POST", PATH, document, SourceListResource.OPML, MediaType.APPLICATION_JSON);
    }
}
