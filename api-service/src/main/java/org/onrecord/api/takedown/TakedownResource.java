package org.onrecord.api.takedown;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import io.smallrye.common.annotation.RunOnVirtualThread;

import org.onrecord.api.request.Scraper;
import org.onrecord.chassis.problem.ProblemException;
import org.onrecord.chassis.problem.ProblemType;

/** What must not be answered with any more. */
@Path("/v1/articles/{id}")
@RunOnVirtualThread
@Tag(name = "articles")
class TakedownResource {

    private final Takedowns takedowns;
    private final Erasures erasures;
    private final Scraper scraper;

    TakedownResource(Takedowns takedowns, Erasures erasures, Scraper scraper) {
        this.takedowns = takedowns;
        this.erasures = erasures;
        this.scraper = scraper;
    }

    @DELETE
    @Operation(
            operationId = "takeArticleDown",
            summary = "Take an article down for good",
            description =
                    "Its text, quotes and mentions are gone from every answer and from the archive of pages, and it is"
                            + " neither read nor stored again, replays included. The topics erase its events within a day. Where the"
                            + " archive could not be reached (503) it is asked again until it has erased it too. Needs a key of"
                            + " scope admin. May be sent again.")
    @APIResponse(responseCode = "204", description = "It is gone from the answers and the archive")
    @APIResponse(responseCode = "404", description = "No such article")
    public void take(@RestPath UUID id, @Valid @BeanParam TakedownParameters parameters) {
        scraper.takeDown(
                id,
                takedowns
                        .take(id, parameters.reason)
                        .orElseThrow(() -> new ProblemException(
                                ProblemType.NOT_FOUND,
                                "No article has this id. /v1/trace?url= tells which id a URL has.")));
        erasures.doneInArchive(id);
    }
}
