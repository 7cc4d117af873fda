package org.onrecord.api.timeline;

import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.smallrye.common.annotation.RunOnVirtualThread;

import org.onrecord.api.quote.QuoteParameters;

/** How much was said. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "counts", description = "How much was said, over time and by whom.")
class CountResource {

    private final QuoteCounts counts;

    CountResource(QuoteCounts counts) {
        this.counts = counts;
    }

    @GET
    @Path("timeline")
    @Operation(
            operationId = "timeline",
            summary = "Count quotes over time",
            description = "Takes the filters of /v1/quotes. Stretches of time without a quote are left out."
                    + CountsOfLate.AGE)
    public Timeline timeline(
            @Valid @BeanParam Stretches stretches,
            @Valid @BeanParam Counted counted,
            @Valid @BeanParam QuoteParameters quotes) {
        return counts.timeline(stretches, counted, quotes);
    }

    @GET
    @Path("top")
    @Operation(
            operationId = "top",
            summary = "Who said most, about whom, and where",
            description = "Takes the filters of /v1/quotes." + CountsOfLate.AGE)
    public Top top(@Valid @BeanParam TopParameters parameters, @Valid @BeanParam QuoteParameters quotes) {
        return counts.top(parameters, quotes);
    }
}
