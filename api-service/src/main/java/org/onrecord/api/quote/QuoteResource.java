package org.onrecord.api.quote;

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

/** Who said what, about whom. */
@Path("/v1/quotes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "quotes", description = "Who said what, about whom.")
class QuoteResource {

    private final QuotePages pages;

    QuoteResource(QuotePages pages) {
        this.pages = pages;
    }

    @GET
    @Operation(
            operationId = "quotes",
            summary = "Find quotes, newest first",
            description = "Quotes of the current version of each article. What has John Kerry said about Iran since May"
                    + " 2014? /v1/quotes?speaker=John Kerry&about=Iran&from=2014-05-01")
    public RestResponse<Page<Quote>> list(
            @Valid @BeanParam QuoteParameters parameters,
            @Valid @BeanParam SortParameter sort,
            @Valid @BeanParam Paging paging,
            UriInfo uri) {
        return pages.page(parameters, sort, paging, NextLink.of(uri)).response();
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "quote",
            summary = "One quote, with what shows it",
            description = "Its words, speaker and cue with their places in the article, and the sentences around it.")
    public Quote byId(@RestPath UUID id) {
        return pages.byId(id);
    }
}
