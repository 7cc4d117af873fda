package org.onrecord.api.entity;

import java.net.URI;
import java.sql.SQLException;
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

import io.smallrye.common.annotation.RunOnVirtualThread;

import org.onrecord.api.database.Database;
import org.onrecord.api.database.Row;
import org.onrecord.api.page.Cursor;
import org.onrecord.api.page.DatedPosition;
import org.onrecord.api.page.NextLink;
import org.onrecord.api.page.Page;
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
                row -> new Place(row.id("entity_id"), row.text("listed_as"), row.text("type")));
        return Page.of(
                        found,
                        limit,
                        database.count(query.all()),
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
        UUID movedTo = database.first(EntityQuery.movedTo(id), row -> row.id("entity_id"))
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND, "No current article mentions an entity of this id. See /v1/entities."));
        return Response.status(Response.Status.MOVED_PERMANENTLY)
                .location(URI.create("/v1/entities/" + movedTo))
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
                        row -> new Entity.Namesake(row.id("entity_id"), row.text("name"), row.number("articles"))));
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
                        database.count(EntityQuery.mentions(id)),
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

    private EntityMention mention(Row row) throws SQLException {
        return new EntityMention(
                (int) row.number("mention_no"),
                row.text("kind"),
                row.constant("field", Field.class),
                (int) row.number("span_start"),
                (int) row.number("span_end"),
                row.text("surface"),
                Publication.of(row));
    }

    @GET
    @Path("{id}/related")
    @Operation(operationId = "entityRelated", summary = "Who and what is mentioned together with an entity")
    public RelatedEntities related(@RestPath UUID id) {
        return new RelatedEntities(database.list(
                EntityQuery.related(id),
                row -> new RelatedEntity(row.id("entity_id"), type(row), row.text("name"), row.number("articles"))));
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

    private EntitySummary summary(Row row) throws SQLException {
        return new EntitySummary(row.id("entity_id"), type(row), row.text("name"), counts(row));
    }

    private static Entity.Reason reason(Row row) throws SQLException {
        Evidence evidence = Evidence.of(row.text("evidence"));
        return new Entity.Reason(evidence.wireName(), evidence.confidence(), row.number("articles"));
    }

    private Entity entity(Row row, List<Entity.Attribute> names, List<Entity.Attribute> roles, Entity.Identity identity)
            throws SQLException {
        return new Entity(
                row.id("entity_id"),
                type(row),
                row.text("name"),
                row.text("listed_as"),
                names,
                roles,
                counts(row),
                row.time("first_date"),
                row.time("last_date"),
                identity);
    }

    private EntityType type(Row row) throws SQLException {
        return row.constant("type", EntityType.class);
    }

    private static EntitySummary.Counts counts(Row row) throws SQLException {
        return new EntitySummary.Counts(
                row.number("articles"), row.number("mentions"), row.number("quotes_by"), row.number("quotes_about"));
    }

    private static Entity.Attribute attribute(Row row) throws SQLException {
        return new Entity.Attribute(row.text("text"), row.number("articles"));
    }
}
