package org.onrecord.api.quote;

import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

import io.smallrye.common.annotation.RunOnVirtualThread;

import org.onrecord.api.page.NextLink;
import org.onrecord.api.page.Page;
import org.onrecord.api.parameter.Paging;
import org.onrecord.api.parameter.SortParameter;
import org.onrecord.chassis.problem.ProblemException;

/** What somebody has said. */
@Path("/v1/entities/{id}/quotes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "entities")
class EntityQuotesResource {

    private final QuotePages pages;

    EntityQuotesResource(QuotePages pages) {
        this.pages = pages;
    }

    @GET
    @Operation(
            operationId = "entityQuotes",
            summary = "What an entity has said, newest first",
            description = "The same as /v1/quotes?speaker={id}, with its other filters.")
    public RestResponse<Page<Quote>> quotes(
            @RestPath UUID id,
            @Valid @BeanParam QuoteParameters parameters,
            @Valid @BeanParam SortParameter sort,
            @Valid @BeanParam Paging paging,
            UriInfo uri) {
        if (parameters.speaker != null && !parameters.speaker.isEmpty()) {
            throw ProblemException.invalid("speaker", "must be left out here: it is the entity of the path");
        }
        parameters.speaker = List.of(id.toString());
        return pages.page(parameters, sort, paging, NextLink.of(uri)).response();
    }
}
