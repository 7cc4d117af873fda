package org.onrecord.api.saved;

import java.net.URI;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.resteasy.reactive.jackson.CustomDeserialization;
import io.smallrye.common.annotation.RunOnVirtualThread;

import org.onrecord.chassis.problem.StrictBody;

/** Questions that somebody keeps. */
@Path(SavedSearchResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(
        name = "searches",
        description = "Questions for quotes that are kept under a name, each seen by the key that saved it alone.")
class SavedSearchResource {

    static final String PATH = "/v1/searches";

    private final SavedSearches searches;

    SavedSearchResource(SavedSearches searches) {
        this.searches = searches;
    }

    @GET
    @Operation(operationId = "searches", summary = "The searches that this key saved, the oldest first")
    public SavedSearchList list() {
        return new SavedSearchList(searches.list());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @CustomDeserialization(StrictBody.class)
    @Operation(
            operationId = "saveSearch",
            summary = "Save a search",
            description = "Its filters are those of /v1/quotes, and are checked as they are there.")
    @APIResponse(
            responseCode = "201",
            description = "Saved",
            content = @Content(schema = @Schema(implementation = SavedSearch.class)))
    public Response save(@NotNull NewSearch search) {
        SavedSearch saved = searches.save(search);
        return Response.created(URI.create(PATH + "/" + saved.id()))
                .entity(saved)
                .build();
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "search", summary = "A saved search")
    public SavedSearch get(@RestPath UUID id) {
        return searches.get(id);
    }

    @PATCH
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @CustomDeserialization(StrictBody.class)
    @Operation(
            operationId = "changeSearch",
            summary = "Change the name or the filters of a saved search",
            description = "Its feeds and alerts go by the new filters at once. What is not given stays.")
    public SavedSearch change(@RestPath UUID id, @NotNull NewSearch change) {
        return searches.change(id, change);
    }

    @DELETE
    @Path("{id}")
    @Operation(operationId = "deleteSearch", summary = "Delete a saved search with its alerts")
    @APIResponse(responseCode = "204", description = "It is gone")
    public void delete(@RestPath UUID id) {
        searches.delete(id);
    }
}
