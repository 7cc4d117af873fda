package org.onrecord.api.entity;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jdbi.v3.core.result.RowView;

import org.onrecord.api.database.Replicated;
import org.onrecord.api.page.Cursor;
import org.onrecord.api.page.Page;
import org.onrecord.api.page.Total;
import org.onrecord.api.person.Evidence;
import org.onrecord.api.timeline.CountsOfLate;
import org.onrecord.api.timeline.Stretches;
import org.onrecord.api.timeline.Timeline;
import org.onrecord.chassis.problem.ProblemException;
import org.onrecord.chassis.problem.ProblemType;
import org.onrecord.contracts.EntityType;
import org.onrecord.database.Database;

/** Answers questions for whom and what articles are about. Thread-safe. */
@ApplicationScoped
public class Entities {

    private final Database database;
    private final CountsOfLate counts;

    Entities(@Replicated Database database, CountsOfLate counts) {
        this.database = database;
        this.counts = counts;
    }

    /** Where a row of the list stands in it. */
    private record Place(UUID id, String key, String type) {
        Cursor cursor() {
            return new Cursor(List.of(key, type, id.toString()));
        }
    }

    /**
     * A page of those that are asked for, by name.
     *
     * @param next where to go on, made of the cursor of the next page
     */
    public Page<EntitySummary> list(EntityParameters parameters, UnaryOperator<String> next) {
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
                        last -> next.apply(last.cursor().encode(question)))
                .map(this::summaries);
    }

    /**
     * The id under which current articles have somebody who went by another.
     *
     * @throws ProblemException if there is none
     */
    public UUID movedTo(UUID id) {
        return database.first(EntityQuery.movedTo(id), row -> row.getColumn("entity_id", UUID.class))
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND, "No current article mentions an entity of this id. See /v1/entities."));
    }

    /** Who and what shares articles with it, those that share most first, 50 at most. */
    public List<RelatedEntity> related(UUID id) {
        return database.list(
                EntityQuery.related(id),
                row -> new RelatedEntity(
                        row.getColumn("entity_id", UUID.class),
                        type(row),
                        row.getColumn("name", String.class),
                        row.getColumn("articles", Long.class)));
    }

    /** In how many articles it was mentioned, over time. */
    public Timeline timeline(UUID id, Stretches stretches) {
        String interval = stretches.intervalOrDefault();
        return counts.timeline(
                List.of(id, interval),
                () -> new Timeline(
                        interval,
                        "article",
                        stretches.checked(database.list(
                                EntityQuery.timeline(id, interval, Stretches.MOST + 1), Timeline.Stretch::of))));
    }

    /** Everything known of one of them; empty if no current article mentions it under this id. */
    public Optional<Entity> byId(UUID id) {
        List<Entity.Attribute> names = database.list(EntityQuery.names(id), Entities::attribute);
        List<Entity.Attribute> roles = database.list(EntityQuery.roles(id), Entities::attribute);
        Entity.Identity identity = new Entity.Identity(
                database.list(EntityQuery.evidence(id), Entities::reason).stream()
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
