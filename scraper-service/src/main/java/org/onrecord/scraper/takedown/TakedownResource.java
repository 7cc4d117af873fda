package org.onrecord.scraper.takedown;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

import io.smallrye.common.annotation.RunOnVirtualThread;

/** Takes what the API service forwards. Not reachable from outside the house. */
@Path("/v1/takedowns")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class TakedownResource {

    private final Takedowns takedowns;

    TakedownResource(Takedowns takedowns) {
        this.takedowns = takedowns;
    }

    @POST
    @Operation(
            operationId = "takeDown",
            summary = "Erases an article from the archive and never reads it again",
            description = "May be sent again; answers once nothing of it is left.")
    @APIResponse(responseCode = "204", description = "nothing of it is left")
    @APIResponse(responseCode = "503", description = "the database or the archive is away; send it again later")
    public void take(Takedown takedown) {
        takedowns.take(takedown.articleId(), takedown.urls());
    }
}
