package org.onrecord.api.request;

import java.net.URI;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.smallrye.common.annotation.RunOnVirtualThread;

/** Where articles are handed in. */
@Path("/v1/articles")
@Tag(name = "articles")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class SubmissionResource {

    /**
     * Where a submission can be followed.
     *
     * @param requestId names it
     * @param status the URL that says what became of it
     */
    record Accepted(UUID requestId, URI status) {}

    private final Requests requests;

    SubmissionResource(Requests requests) {
        this.requests = requests;
    }

    @POST
    @RunOnVirtualThread
    @Operation(
            operationId = "submitArticle",
            summary = "Have a page or a text read",
            description = "Takes a URL to be fetched, a whole page as HTML, or plain text. What became of it is told by"
                    + " the URL in Location.")
    @APIResponse(
            responseCode = "202",
            description = "Taken",
            content = @Content(schema = @Schema(implementation = Accepted.class)))
    @APIResponse(responseCode = "400", description = "Nothing that can be read")
    @APIResponse(responseCode = "413", description = "A body longer than is taken")
    @APIResponse(responseCode = "503", description = "It cannot be passed on now; send it again after Retry-After")
    Response submit(@NotNull Submission submission) {
        UUID requestId = requests.take(submission);
        URI status = URI.create("/v1/trace?request=" + requestId);
        return Response.accepted(new Accepted(requestId, status))
                .location(status)
                .build();
    }
}
