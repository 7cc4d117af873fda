package org.onrecord.api.forward;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.smallrye.common.annotation.RunOnVirtualThread;

/** Extractor and reader on what somebody holds in the hand; nothing is stored. */
@Path("/v1")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "trial", description = "Extraction and reading without storing anything.")
class TrialResource {

    private final Forwarder forwarder;
    private final Trials trials;

    TrialResource(Forwarder forwarder, Trials trials) {
        this.forwarder = forwarder;
        this.trials = trials;
    }

    @POST
    @Path("extract")
    @Operation(
            operationId = "extract",
            summary = "Read the article out of a page",
            description = "Answers with the article and with what was taken out, block by block with its reason. A page"
                    + " without an article is an answer too: its outcome says why.")
    @RequestBody(content = @Content(schema = @Schema(implementation = TryPage.class)))
    @APIResponse(
            responseCode = "200",
            description = "The article, or why there is none",
            content = @Content(schema = @Schema(implementation = Extracted.class)))
    public Response extract(byte[] page) {
        return tried(Service.SCRAPER, "/v1/extract", page);
    }

    @POST
    @Path("analyze")
    @Operation(
            operationId = "analyze",
            summary = "Find who said what in a text",
            description = "Answers with sentences, entities, mentions and quotes, each with its offsets.")
    @RequestBody(content = @Content(schema = @Schema(implementation = TryText.class)))
    @APIResponse(
            responseCode = "200",
            description = "What was found",
            content = @Content(schema = @Schema(implementation = Analysed.class)))
    public Response analyze(byte[] text) {
        return tried(Service.READER, "/v1/analyze", text);
    }

    private Response tried(Service service, String path, byte[] body) {
        trials.begin();
        return forwarder.forward(service, "POST", path, body);
    }
}
