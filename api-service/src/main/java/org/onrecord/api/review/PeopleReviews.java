package org.onrecord.api.review;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import org.onrecord.api.access.Callers;
import org.onrecord.api.entity.EntityId;
import org.onrecord.api.entity.NameKey;
import org.onrecord.chassis.event.WireName;
import org.onrecord.chassis.problem.ProblemException;
import org.onrecord.chassis.problem.ProblemType;

/** Takes what editors decide of people; who is whom is settled anew by it some seconds later (package person). Thread-safe. */
@ApplicationScoped
public class PeopleReviews {

    private static final int LONGEST_NAME = 200;
    private static final int MOST = 1000;

    private static final String PERSON = """
            SELECT coalesce(e.listed_as, e.name_key) FROM entity e JOIN article a USING (analysis_id)
            WHERE e.entity_id = ? AND e.type = 'person' LIMIT 1
            """;

    private static final String LEFT = """
            SELECT count(*) FILTER (WHERE e.name_key = ANY (?) OR a.article_id = ANY (?)) AS those,
                count(*) FILTER (WHERE NOT (e.name_key = ANY (?) OR a.article_id = ANY (?))) AS others
            FROM entity e JOIN article a USING (analysis_id) WHERE e.entity_id = ?
            """;

    private static final String DECIDE = """
            INSERT INTO review (review_id, decision, author, note, person_id, into_id, name, listed_as, names, articles)
            VALUES (:id, :decision, :author, :note, CAST(:person AS uuid), CAST(:into AS uuid), :name, :listedAs, :names, :articles)
            """;

    /** At once, however lately they were settled. */
    private static final List<String> SETTLE = List.of("""
            DELETE FROM surname_settled WHERE surname IN
                (SELECT surname FROM entity WHERE entity_id = ANY (?) OR machine_id = ANY (?))
            """, """
            INSERT INTO surname_waiting (surname) SELECT DISTINCT surname FROM entity
            WHERE (entity_id = ANY (?) OR machine_id = ANY (?)) AND surname IS NOT NULL
            """);

    private static final String OF_ARTICLE = """
            SELECT unnest(ARRAY[e.entity_id, e.machine_id]) AS person FROM analysis a JOIN entity e USING (analysis_id)
            WHERE a.article_id = ? AND e.type = 'person'
            """;

    private static final String FORGET = """
            DELETE FROM review r WHERE r.person_id IS NOT NULL AND (r.person_id = ANY (?) OR r.into_id = ANY (?))
                AND NOT EXISTS (SELECT 1 FROM entity e
                    WHERE e.entity_id IN (r.person_id, r.into_id) OR e.machine_id IN (r.person_id, r.into_id))
            """;

    private final Jdbi jdbi;
    private final Callers callers;

    PeopleReviews(Jdbi jdbi, Callers callers) {
        this.jdbi = jdbi;
        this.callers = callers;
    }

    /**
     * Says that a person is another.
     *
     * @throws ProblemException if the caller may not, or either is nobody
     */
    @Transactional
    public Review merge(UUID person, UUID into, Optional<String> note) {
        String editor = callers.editor();
        if (person.equals(into)) {
            throw ProblemException.invalid("into", "must be somebody else");
        }
        return jdbi.withHandle(handle -> {
            listedAs(handle, person).orElseThrow(PeopleReviews::nobody);
            String listedAs = listedAs(handle, into)
                    .orElseThrow(() -> ProblemException.invalid("into", "must be a person of /v1/entities"));
            return decide(
                    handle,
                    new Decided(Decision.MERGED, editor, note, person, into, null, listedAs, Set.of(), Set.of()));
        });
    }

    /**
     * Says that some of what is taken for one person is another.
     *
     * @param names by which that one is named
     * @param articles in which that one is named
     * @param name of that one; empty for the same name
     * @throws ProblemException if the caller may not, there is no such person, or nothing or all of them would be separated
     */
    @Transactional
    public Review separate(
            UUID person,
            Collection<String> names,
            Collection<UUID> articles,
            Optional<String> name,
            Optional<String> note) {
        String editor = callers.editor();
        if (names.size() > MOST || articles.size() > MOST) {
            throw ProblemException.invalid("articles", "must be at most " + MOST);
        }
        Set<String> keys = new TreeSet<>();
        names.forEach(each -> keys.add(NameKey.of(checked("names", each))));
        Set<UUID> ids = new TreeSet<>(articles);
        return jdbi.withHandle(handle -> {
            String listedAs = listedAs(handle, person).orElseThrow(PeopleReviews::nobody);
            checkLeft(handle, person, keys, ids);
            Optional<String> called = name.map(each -> checked("name", each));
            return decide(
                    handle,
                    new Decided(
                            Decision.SEPARATED,
                            editor,
                            note,
                            person,
                            null,
                            called.orElse(null),
                            called.map(NameKey::of).orElse(listedAs),
                            keys,
                            ids));
        });
    }

    private static void checkLeft(Handle handle, UUID person, Set<String> names, Set<UUID> articles) {
        record Left(long those, long others) {}
        Left left = handle.createQuery(LEFT)
                .bindArray(0, String.class, names)
                .bindArray(1, UUID.class, articles)
                .bindArray(2, String.class, names)
                .bindArray(3, UUID.class, articles)
                .bind(4, person)
                .map(row -> new Left(row.getColumn("those", Long.class), row.getColumn("others", Long.class)))
                .one();
        if (left.those() == 0) {
            throw ProblemException.invalid(
                    "articles", "must name articles that mention the person, or names must be theirs");
        }
        if (left.others() == 0) {
            throw ProblemException.invalid("articles", "must leave something of the person: use rename");
        }
    }

    /**
     * Gives a person another name.
     *
     * @throws ProblemException if the caller may not, there is no such person, or it is no name
     */
    @Transactional
    public Review rename(UUID person, String name, Optional<String> note) {
        String editor = callers.editor();
        String called = checked("name", name);
        return jdbi.withHandle(handle -> {
            listedAs(handle, person).orElseThrow(PeopleReviews::nobody);
            return decide(
                    handle,
                    new Decided(
                            Decision.RENAMED,
                            editor,
                            note,
                            person,
                            null,
                            called,
                            NameKey.of(called),
                            Set.of(),
                            Set.of()));
        });
    }

    /** What was decided of a person, and of whom that one is, and holds; the last of it first. */
    public List<Review> standing(UUID person) {
        return jdbi.withHandle(handle -> handle.select(
                        Reviews.COLUMNS + " WHERE r.ended_at IS NULL AND r.person_id IS NOT NULL"
                                + " AND (r.person_id = ? OR r.into_id = ?) ORDER BY r.made_at DESC LIMIT 50",
                        person,
                        person)
                .map(Reviews::review)
                .list());
    }

    /** Takes a decision back, as part of the transaction of the handle. */
    void end(Handle handle, Review review, String editor) {
        if (handle.execute(Reviews.END, editor, review.id()) > 0) {
            settle(handle, review.personId(), review.intoId());
        }
    }

    /** Of whom an article tells. */
    public static Set<UUID> of(Handle handle, UUID articleId) {
        return new TreeSet<>(handle.select(OF_ARTICLE, articleId).mapTo(UUID.class).stream()
                .filter(Objects::nonNull)
                .toList());
    }

    /** Forgets what was decided of those of some people of whom no article tells any more, as part of a takedown. */
    public static void forget(Handle handle, Set<UUID> people) {
        handle.createUpdate(FORGET)
                .bindArray(0, UUID.class, people)
                .bindArray(1, UUID.class, people)
                .execute();
    }

    private record Decided(
            Decision decision,
            String author,
            Optional<String> note,
            UUID person,
            @Nullable UUID into,
            @Nullable String name,
            String listedAs,
            Set<String> names,
            Set<UUID> articles) {}

    private static Review decide(Handle handle, Decided decided) {
        Reviews.checkNote(decided.note());
        UUID id = UUID.randomUUID();
        UUID into = decided.decision() == Decision.SEPARATED
                ? EntityId.of("person", decided.listedAs() + "\n" + id)
                : decided.into();
        handle.createUpdate(DECIDE)
                .bind("id", id)
                .bind("decision", WireName.of(decided.decision()))
                .bind("author", decided.author())
                .bind("note", decided.note().filter(note -> !note.isBlank()).orElse(null))
                .bind("person", decided.person())
                .bind("into", into)
                .bind("name", decided.name())
                .bind("listedAs", decided.listedAs())
                .bindArray("names", String.class, decided.names())
                .bindArray("articles", UUID.class, decided.articles())
                .execute();
        settle(handle, decided.person(), into);
        return handle.select(Reviews.COLUMNS + " WHERE r.review_id = ?", id)
                .map(Reviews::review)
                .one();
    }

    private static void settle(Handle handle, @Nullable UUID person, @Nullable UUID into) {
        List<UUID> both = into == null ? List.of(person) : List.of(person, into);
        for (String sql : SETTLE) {
            handle.createUpdate(sql)
                    .bindArray(0, UUID.class, both)
                    .bindArray(1, UUID.class, both)
                    .execute();
        }
    }

    private static Optional<String> listedAs(Handle handle, UUID person) {
        return handle.select(PERSON, person).mapTo(String.class).findOne();
    }

    private static String checked(String what, @Nullable String name) {
        String called = name == null ? "" : name.strip();
        if (NameKey.of(called).isEmpty()
                || called.length() > LONGEST_NAME
                || called.chars().anyMatch(Character::isISOControl)) {
            throw ProblemException.invalid(
                    what, "must hold a letter or digit, and at most " + LONGEST_NAME + " characters");
        }
        return called;
    }

    private static ProblemException nobody() {
        return new ProblemException(
                ProblemType.NOT_FOUND,
                "No current article mentions a person of this id. See /v1/entities?type=person.");
    }
}
