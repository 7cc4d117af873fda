package org.onrecord.api.forward;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.smallrye.common.annotation.RunOnVirtualThread;

/** The sources that the scraper watches, as a list of subscriptions (OPML 2.0). */
@Path(SourceListResource.PATH)
@RunOnVirtualThread
@Tag(name = "sources")
class SourceListResource {

    static final String OPML = "text/x-opml";
    static final String PATH = "/v1/sources.opml";
    private static final byte[] NOTHING = {};

    static final String EXAMPLE = """
            <?xml version="1.0" encoding="UTF-8"?><opml version="2.0"><head/><body><outline text="The Harbour Herald" type="rss"\
             xmlUrl="https://www.harbour-herald.example/news.xml"/></body></opml>
            """;

    private final Forwarder forwarder;

    SourceListResource(Forwarder forwarder) {
        this.forwarder = forwarder;
    }

    @GET
    @Produces(OPML)
    @Operation(
            operationId = "sourcesAsOpml",
            summary = "The sources that are watched, as a list of subscriptions",
            description =
                    "OPML that feed readers take, and that gives the same sources when it is sent to /v1/sources/opml.")
    @APIResponse(
            responseCode = "200",
            description = "All of them, in the order in which they were added",
            content = @Content(mediaType = OPML, schema = @Schema(type = SchemaType.STRING), example = EXAMPLE))
    public Response list() {
        return forwarder.forward(
                Service.SCRAPER, "GET", PATH, NOTHING, MediaType.APPLICATION_JSON, OPML + ", application/problem+json");
    }
}
