package org.onrecord.scraper.trial;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

import io.quarkus.resteasy.reactive.jackson.CustomDeserialization;
import io.smallrye.common.annotation.RunOnVirtualThread;

import org.onrecord.chassis.problem.StrictBody;
import org.onrecord.scraper.article.Reader;
import org.onrecord.scraper.extract.Extraction;
import org.onrecord.scraper.frontier.LeasedPages;

/** For trying the extractor on a page, and for tests. */
@Path("/v1/extract")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class TrialResource {

    private final Reader reader;
    private final LeasedPages pages;

    TrialResource(Reader reader, LeasedPages pages) {
        this.reader = reader;
        this.pages = pages;
    }

    @POST
    @CustomDeserialization(StrictBody.class)
    @RunOnVirtualThread
    @Operation(
            operationId = "extract",
            summary = "Reads a page or a text and answers with the article and what was taken out",
            description = "Nothing is stored and nothing published. A page without an article is an answer too: its"
                    + " outcome says why.")
    @APIResponse(responseCode = "200", description = "the article, or why there is none")
    @APIResponse(responseCode = "400", description = "neither a page nor a text, or both")
    @APIResponse(responseCode = "413", description = "a body longer than is taken")
    @APIResponse(responseCode = "503", description = "too much is being read, or reading this takes too long")
    public TrialAnswer extract(@NotNull Trial trial) {
        return TrialAnswer.of(extraction(trial.content()));
    }

    @POST
    @Path("address")
    @CustomDeserialization(StrictBody.class)
    @RunOnVirtualThread
    @Operation(
            operationId = "extractAddress",
            summary = "Fetches a page, and answers with the article and what was taken out",
            description =
                    "Nothing is stored and nothing published; robots.txt, what the page says of its use and takedowns are"
                            + " respected. A page that is not there or may not be read is an answer too: its outcome says why.")
    @APIResponse(responseCode = "200", description = "the article, or why there is none")
    @APIResponse(responseCode = "400", description = "no address of the web")
    @APIResponse(responseCode = "503", description = "the page's host is busy, or too much is being read")
    public TrialAnswer extract(@NotNull TrialAddress address) {
        return TrialAnswer.of(pages.tryOut(address.checked()));
    }

    private Extraction extraction(Trial.Content content) {
        return switch (content) {
            case Trial.Content.Html html ->
                reader.tryPage(
                        html.html().getBytes(StandardCharsets.UTF_8),
                        Optional.of("text/html; charset=utf-8"),
                        html.url());
            case Trial.Content.Text text -> reader.tryText(text.url(), text.title(), text.text());
        };
    }
}
