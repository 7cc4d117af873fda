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

import org.onrecord.api.page.Page;
import org.onrecord.api.parameter.Paging;

/** The same words or nearly the same, wherever they were printed. */
@Path("/v1/utterances")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "quotes")
class UtteranceResource {

    private final UtterancePages utterances;

    UtteranceResource(UtterancePages utterances) {
        this.utterances = utterances;
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "utterance",
            summary = "One utterance in all its publications, the oldest first",
            description =
                    "Quotes are of one utterance if their words are the same, whatever their case, punctuation and"
                            + " quotation marks; fewer than five words must have the same speaker too. Words are nearly"
                            + " the same if one paper cuts the statement shorter than another, writes “he said” into its"
                            + " middle, or changes a word in ten, as long as names, numbers and negations agree and"
                            + " nobody else is named as the speaker. Such quotes come together some seconds after they"
                            + " were stored; any earlier id goes on leading to them.")
    public RestResponse<Page<Quote>> byId(
            @RestPath UUID id,
            @Valid @BeanParam StanceParameters parameters,
            @Valid @BeanParam Paging paging,
            UriInfo uri) {
        return utterances.page(id, parameters, paging, uri).response();
    }
}
