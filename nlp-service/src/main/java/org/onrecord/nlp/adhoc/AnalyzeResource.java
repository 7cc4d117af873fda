package org.onrecord.nlp.adhoc;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

import io.quarkus.resteasy.reactive.jackson.CustomDeserialization;
import io.smallrye.common.annotation.RunOnVirtualThread;

import org.onrecord.chassis.problem.Problem;
import org.onrecord.chassis.problem.ProblemException;
import org.onrecord.chassis.problem.ProblemType;
import org.onrecord.chassis.problem.StrictBody;
import org.onrecord.nlp.analysis.Analyser;
import org.onrecord.nlp.analysis.Annotations;
import org.onrecord.nlp.analysis.ArticleAnalysis;

/** Reads a text on demand and forgets it. */
@Path("/v1/analyze")
public class AnalyzeResource {
    private final ArticleAnalysis analysis;

    AnalyzeResource(ArticleAnalysis analysis) {
        this.analysis = analysis;
    }

    /** Reads a text. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @CustomDeserialization(StrictBody.class)
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Operation(
            operationId = "analyze",
            summary = "Find sentences, entities and quotations in a text; nothing is stored")
    @APIResponse(
            responseCode = "200",
            description = "What was read",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AnalyzeAnswer.class)))
    @APIResponse(
            responseCode = "400",
            description = "Not JSON of this shape, or not exactly one of text and paragraphs",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "413",
            description = "The text or the request is too long",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "422",
            description = "The analysis failed on this text or took too long",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "503",
            description = "Every analyser is busy; Retry-After says when to come back",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public AnalyzeAnswer analyze(AnalyzeRequest request) {
        if (request == null) {
            throw new ProblemException(ProblemType.INVALID_REQUEST, "Give either text or paragraphs.");
        }
        AnalyzeRequest checked = request.checked();
        String words = checked.title() + "\n\n" + checked.text();
        // The text names the quotations where there is no article: the same text gets the same ids.
        UUID id = UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8));
        Annotations read = analysis.analyseSoon(id, checked.language(), checked.title(), checked.text());
        return AnalyzeAnswer.of(checked, Analyser.VERSION, read);
    }
}
