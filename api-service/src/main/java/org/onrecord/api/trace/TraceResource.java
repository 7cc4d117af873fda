package org.onrecord.api.trace;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.smallrye.common.annotation.RunOnVirtualThread;

import org.onrecord.chassis.problem.ProblemException;
import org.onrecord.chassis.problem.ProblemType;

/** What became of a story. */
@Path("/v1/trace")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "trace", description = "What became of a story, stage by stage.")
class TraceResource {

    private final Traces traces;

    TraceResource(Traces traces) {
        this.traces = traces;
    }

    @GET
    @Operation(
            operationId = "trace",
            summary = "What became of a URL or a request",
            description =
                    "Why is my story missing? status is pending until a stage has ended the newest request, then the"
                            + " reason: stored, or what kept it from being stored.")
    public Trace trace(@Valid @BeanParam TraceParameters parameters) {
        if ((parameters.url == null) == (parameters.request == null)) {
            throw ProblemException.invalid("url", "or request must be given, one of them");
        }
        return (parameters.url != null
                        ? traces.ofUrl(parameters.url.strip())
                        : traces.ofRequest(UUID.fromString(parameters.request)))
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND, "Nobody asked for it yet. Send it with POST /v1/articles."));
    }
}
