package org.onrecord.api.entity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

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

import org.onrecord.api.page.Cursor;
import org.onrecord.api.page.DatedPosition;
import org.onrecord.api.page.NextLink;
import org.onrecord.api.page.Page;
import org.onrecord.api.page.Total;
import org.onrecord.api.parameter.Paging;
import org.onrecord.api.person.Evidence;
import org.onrecord.api.publication.Publication;
import org.onrecord.api.timeline.CountsOfLate;
import org.onrecord.api.timeline.Stretches;
import org.onrecord.api.timeline.Timeline;
import org.onrecord.chassis.problem.ProblemException;
import org.onrecord.chassis.problem.ProblemType;
import org.onrecord.contracts.EntityType;
import org.onrecord.contracts.Field;
import org.onrecord.database.Database;

/** Whom and what articles are about. */
@Path("/v1/entities")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "entities", description = "Whom and what articles are about.")
class EntityResource {

    private final Database database;
    private final CountsOfLate counts;

    EntityResource(Database database, CountsOfLate counts) {
        this.database = database;
        this.counts = counts;
    }

    /** Where a row of the list stands in it. */
    private record Place(UUID id, String key, String type) {
        Cursor cursor() {
            return new Cursor(List.of(key, type, id.toString()));
        }
    }

    @GET
    @Operation(operationId = "entities", summary = "Find people, organisations and places, by name")
    public RestResponse<Page<EntitySummary>> list(@Valid @BeanParam EntityParameters parameters, UriInfo uri) {
        EntityQuery query = new EntityQuery(parameters);
        String question = query.question();
        int limit = parameters.limitOrDefault();
        List<Place> found = database.list(
                query.page(parameters.cursorFor(question), limit),
                row -> new Place(
                        row.getColumn("entity_id", UUID.class),
                        row.getColumn("listed_as", String.class),
                        row.getColumn("type", String.class)));
        return Page.of(
                        found,
                        limit,
                        Total.of(database, query.all()),
                        last -> NextLink.after(uri, last.cursor().encode(question)))
                .map(this::summaries)
                .response();
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
        Optional<Entity> entity = entity(id);
        if (entity.isPresent()) {
            return Response.ok(entity.get()).build();
        }
        UUID movedTo = database.first(EntityQuery.movedTo(id), row -> row.getColumn("entity_id", UUID.class))
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND, "No current article mentions an entity of this id. See /v1/entities."));
        return Response.status(Response.Status.MOVED_PERMANENTLY)
                .header(HttpHeaders.LOCATION, "/v1/entities/" + movedTo)
                .build();
    }

    private Optional<Entity> entity(UUID id) {
        List<Entity.Attribute> names = database.list(EntityQuery.names(id), EntityResource::attribute);
        List<Entity.Attribute> roles = database.list(EntityQuery.roles(id), EntityResource::attribute);
        Entity.Identity identity = new Entity.Identity(
                database.list(EntityQuery.evidence(id), EntityResource::reason).stream()
                        .sorted(Comparator.comparing(Entity.Reason::confidence).reversed())
                        .toList(),
                database.list(
                        EntityQuery.namesakes(id),
                        row -> new Entity.Namesake(
                                row.getColumn("entity_id", UUID.class),
                                row.getColumn("name", String.class),
                                row.getColumn("articles", Long.class))));
        return database.first(EntityQuery.summaries(List.of(id)), row -> entity(row, names, roles, identity));
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
    @Operation(operationId = "entityRelated", summary = "Who and what is mentioned together with an entity")
    public RelatedEntities related(@RestPath UUID id) {
        return new RelatedEntities(database.list(
                EntityQuery.related(id),
                row -> new RelatedEntity(
                        row.getColumn("entity_id", UUID.class),
                        type(row),
                        row.getColumn("name", String.class),
                        row.getColumn("articles", Long.class))));
    }

    @GET
    @Path("{id}/timeline")
    @Operation(
            operationId = "entityTimeline",
            summary = "In how many articles an entity was mentioned, over time",
            description = "Stretches of time without any are left out. For quotes by or about it: /v1/timeline."
                    + CountsOfLate.AGE)
    public Timeline timeline(@RestPath UUID id, @Valid @BeanParam Stretches stretches) {
        String interval = stretches.intervalOrDefault();
        return counts.timeline(
                List.of(id, interval),
                () -> new Timeline(
                        interval,
                        "article",
                        stretches.checked(database.list(
                                EntityQuery.timeline(id, interval, Stretches.MOST + 1), Timeline.Stretch::of))));
    }

    /** In the order of the places; one whose last article changed meanwhile is left out. */
    private List<EntitySummary> summaries(List<Place> places) {
        Map<UUID, EntitySummary> byId =
                database
                        .list(
                                EntityQuery.summaries(
                                        places.stream().map(Place::id).toList()),
                                this::summary)
                        .stream()
                        .collect(Collectors.toMap(EntitySummary::id, Function.identity()));
        return places.stream()
                .map(place -> byId.get(place.id()))
                .filter(Objects::nonNull)
                .toList();
    }

    private EntitySummary summary(RowView row) {
        return new EntitySummary(
                row.getColumn("entity_id", UUID.class), type(row), row.getColumn("name", String.class), counts(row));
    }

    private static Entity.Reason reason(RowView row) {
        Evidence evidence = Evidence.of(row.getColumn("evidence", String.class));
        return new Entity.Reason(evidence.wireName(), evidence.confidence(), row.getColumn("articles", Long.class));
    }

    private Entity entity(
            RowView row, List<Entity.Attribute> names, List<Entity.Attribute> roles, Entity.Identity identity) {
        return new Entity(
                row.getColumn("entity_id", UUID.class),
                type(row),
                row.getColumn("name", String.class),
                row.getColumn("listed_as", String.class),
                names,
                roles,
                counts(row),
                row.getColumn("first_date", Instant.class),
                row.getColumn("last_date", Instant.class),
                identity);
    }

    private EntityType type(RowView row) {
        return row.getColumn("type", EntityType.class);
    }

    private static EntitySummary.Counts counts(RowView row) {
        return new EntitySummary.Counts(
                row.getColumn("articles", Long.class),
                row.getColumn("mentions", Long.class),
                row.getColumn("quotes_by", Long.class),
                row.getColumn("quotes_about", Long.class));
    }

    private static Entity.Attribute attribute(RowView row) {
        return new Entity.Attribute(row.getColumn("text", String.class), row.getColumn("articles", Long.class));
    }
}
