package org.onrecord.api.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jdbi.v3.core.result.RowView;

import io.smallrye.common.annotation.RunOnVirtualThread;

import org.onrecord.api.database.Replicated;
import org.onrecord.api.page.Cursor;
import org.onrecord.api.page.DatedPosition;
import org.onrecord.api.page.NextLink;
import org.onrecord.api.page.Page;
import org.onrecord.api.page.Total;
import org.onrecord.api.parameter.Paging;
import org.onrecord.api.publication.Publication;
import org.onrecord.api.timeline.CountsOfLate;
import org.onrecord.api.timeline.Stretches;
import org.onrecord.api.timeline.Timeline;
import org.onrecord.contracts.Field;
import org.onrecord.database.Database;

/** Whom and what articles are about. */
@Path("/v1/entities")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "entities", description = "Whom and what articles are about.")
class EntityResource {

    private final Database database;
    private final Entities entities;

    EntityResource(@Replicated Database database, Entities entities) {
        this.database = database;
        this.entities = entities;
    }

    @GET
    @Operation(
            operationId = "entities",
            summary = "Find people, organisations and places, by name",
            description = "In the order of their names.")
    public RestResponse<Page<EntitySummary>> list(@Valid @BeanParam EntityParameters parameters, UriInfo uri) {
        return entities.list(parameters, NextLink.of(uri)).response();
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "entity",
            summary = "One person, organisation or place",
            description =
                    "What it has said: /v1/quotes?speaker={id}. What is said about it: /v1/quotes?about={id}. Where it"
                            + " is mentioned: /v1/articles?entity={id}.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = Entity.class)))
    @APIResponse(
            responseCode = "301",
            description = "Variants of a name turned out to be one person's, who goes by the id in Location")
    public Response byId(@RestPath UUID id) {
        Optional<Entity> entity = entities.byId(id);
        if (entity.isPresent()) {
            return Response.ok(entity.get()).build();
        }
        return Response.status(Response.Status.MOVED_PERMANENTLY)
                .header(HttpHeaders.LOCATION, "/v1/entities/" + entities.movedTo(id))
                .build();
    }

    @GET
    @Path("{id}/mentions")
    @Operation(
            operationId = "entityMentions",
            summary = "Where an entity is mentioned, newest article first",
            description = "Each mention with its offsets in the current version of its article.")
    public RestResponse<Page<EntityMention>> mentions(@RestPath UUID id, @Valid @BeanParam Paging paging, UriInfo uri) {
        String question = "mentions\n" + id;
        int limit = paging.limitOrDefault();
        List<EntityMention> found =
                database.list(EntityQuery.mentions(id, paging.cursorFor(question), limit), this::mention);
        return Page.of(
                        found,
                        limit,
                        Total.of(database, EntityQuery.mentions(id)),
                        last -> NextLink.after(uri, position(last).encode(question)))
                .response();
    }

    private static Cursor position(EntityMention mention) {
        List<String> position = new ArrayList<>(
                new DatedPosition(mention.article().date(), mention.article().id())
                        .cursor()
                        .position());
        position.add(String.valueOf(mention.number()));
        return new Cursor(position);
    }

    private EntityMention mention(RowView row) {
        return new EntityMention(
                row.getColumn("mention_no", Integer.class),
                row.getColumn("kind", String.class),
                row.getColumn("field", Field.class),
                row.getColumn("span_start", Integer.class),
                row.getColumn("span_end", Integer.class),
                row.getColumn("surface", String.class),
                Publication.of(row));
    }

    @GET
    @Path("{id}/related")
    @Operation(
            operationId = "entityRelated",
            summary = "Who and what is mentioned together with an entity",
            description = "The fifty that share most articles with it, with how many those are.")
    public RelatedEntities related(@RestPath UUID id) {
        return new RelatedEntities(entities.related(id));
    }

    @GET
    @Path("{id}/timeline")
    @Operation(
            operationId = "entityTimeline",
            summary = "In how many articles an entity was mentioned, over time",
            description = "Stretches of time without any are left out. For quotes by or about it: /v1/timeline."
                    + CountsOfLate.AGE)
    public Timeline timeline(@RestPath UUID id, @Valid @BeanParam Stretches stretches) {
        return entities.timeline(id, stretches);
    }
}
