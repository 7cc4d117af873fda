package org.onrecord.api.review;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.onrecord.api.access.Callers;
import org.onrecord.api.person.PeopleStore;
import org.onrecord.api.utterance.UtteranceStore;
import org.onrecord.chassis.event.WireName;
import org.onrecord.chassis.problem.ProblemException;
import org.onrecord.chassis.problem.ProblemType;
import org.onrecord.contracts.Entity;
import org.onrecord.contracts.EntityType;
import org.onrecord.database.Sql;
import org.onrecord.database.StoredJson;

/** Takes what editors decide of quotes, and takes back what they decided. Thread-safe. */
@ApplicationScoped
public class Reviews {

    static final String COLUMNS = """
            SELECT r.review_id, r.decision, r.author, r.made_at, r.note, r.ended_at, r.ended_by, r.quote_id, r.article_id,
                CASE WHEN r.ended_at IS NULL THEN r.state END AS state, r.machine::text AS machine,
                r.person_id, r.into_id, r.name, r.names, r.articles
            FROM review r""";

    private static final String ARTICLE_OF_QUOTE =
            "SELECT article_id FROM quote WHERE quote_id = ? AND (current OR review IS NOT NULL)";

    private static final String STANDING = " WHERE r.quote_id = ? AND r.ended_at IS NULL";

    /** The ingest holds it too. */
    private static final String HOLD = "SELECT 1 FROM article WHERE article_id = ? FOR UPDATE";

    static final String END = """
            UPDATE review SET ended_at = clock_timestamp(), ended_by = ? WHERE review_id = ? AND ended_at IS NULL
            """;

    private static final String MACHINE = """
            SELECT jsonb_build_object('id', quote_id, 'kind', kind, 'text', text, 'stance', stance, 'speakers',
                coalesce(speakers, CASE WHEN speaker IS NULL THEN '[]' ELSE jsonb_build_array(speaker) END),
                'confidence', confidence, 'rule', rule, 'spans', spans)::text AS machine
            FROM quote WHERE quote_id = ? AND analysis_id = ?
            """;

    private static final String DECIDE = """
            INSERT INTO review (review_id, decision, author, note, article_id, quote_id, quote_stored_at, says, machine)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)
            """;

    /** Who keeps a copy asks for what has changed. */
    private static final String TOUCH = "UPDATE article SET changed_at = clock_timestamp() WHERE article_id = ?";

    private static final String TOUCH_QUOTE = """
            UPDATE quote SET changed_at = clock_timestamp() WHERE article_id = ? AND current AND review IS NULL
                AND quote_id IN (?, ?)
            """;

    private static final String BY_ID = """
            SELECT e.name, e.type FROM entity e JOIN article a USING (analysis_id) WHERE e.entity_id = ?
            ORDER BY a.dated_at DESC, a.article_id LIMIT 1
            """;

    private final Jdbi jdbi;
    private final Readings readings;
    private final Overlay overlay;
    private final Callers callers;
    private final PeopleReviews people;
    private final ObjectMapper json;

    Reviews(Jdbi jdbi, Readings readings, Overlay overlay, Callers callers, PeopleReviews people, ObjectMapper json) {
        this.people = people;
        this.jdbi = jdbi;
        this.readings = readings;
        this.overlay = overlay;
        this.callers = callers;
        this.json = json;
    }

    /** The decision on a quote that holds. */
    static Sql ofQuote(UUID quoteId) {
        return new Sql().add(COLUMNS + STANDING, quoteId);
    }

    static Review review(RowView row) {
        return new Review(
                row.getColumn("review_id", UUID.class),
                row.getColumn("decision", Decision.class),
                row.getColumn("author", String.class),
                row.getColumn("made_at", Instant.class),
                row.getColumn("note", String.class),
                row.getColumn("ended_at", Instant.class),
                row.getColumn("ended_by", String.class),
                row.getColumn("quote_id", UUID.class),
                row.getColumn("article_id", UUID.class),
                row.getColumn("state", String.class),
                row.getColumn("machine", StoredJson.class),
                row.getColumn("person_id", UUID.class),
                row.getColumn("into_id", UUID.class),
                row.getColumn("name", String.class),
                listed(row.getColumn("names", String[].class)),
                listed(row.getColumn("articles", UUID[].class)));
    }

    private static <T> @Nullable List<T> listed(T @Nullable [] array) {
        return array == null || array.length == 0 ? null : List.of(array);
    }

    /**
     * Takes a decision back, whatever it is of.
     *
     * @throws ProblemException if the caller may not, or there is none
     */
    @Transactional
    public void undoReview(UUID reviewId) {
        String editor = callers.editor();
        Review review = jdbi.withHandle(handle -> handle.select(COLUMNS + " WHERE r.review_id = ?", reviewId)
                .map(Reviews::review)
                .findOne()
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND,
                        "There is no such review, or its article was taken down. See /v1/reviews.")));
        if (review.ended() == null) {
            jdbi.useHandle(handle -> end(handle, review, editor));
        }
    }

    private void end(Handle handle, Review review, String editor) {
        if (review.quoteId() == null) {
            people.end(handle, review, editor);
        } else {
            endOfQuote(handle, review, editor);
        }
    }

    /**
     * Decides on a quote, in place of what was decided on it before.
     *
     * @return the decision as it holds
     * @throws ProblemException if the caller may not, there is no such quote, or its article does not have what is said of it
     */
    @Transactional
    public Review decide(UUID quoteId, QuoteDecision wish) {
        String editor = callers.editor();
        Decision decision = decision(wish);
        checkNote(wish.note());
        return jdbi.withHandle(handle -> {
            UUID articleId = handle.select(ARTICLE_OF_QUOTE, quoteId)
                    .mapTo(UUID.class)
                    .findFirst()
                    .orElseThrow(() -> noQuote());
            hold(handle, articleId);
            Reading before = readings.of(handle, articleId).orElseThrow(() -> noQuote());
            Reading.Read quote = before.quote(quoteId).orElseThrow(() -> noQuote());
            Wish held = new Wish(before, quote.quote(), id -> byId(handle, id));
            Statement says = decision == Decision.CORRECTED ? held.corrected(wish) : held.asItIs();
            Optional<Review> former = standing(handle, quoteId);
            String machine = former.map(Review::machine)
                    .map(StoredJson::text)
                    .orElseGet(() -> handle.select(MACHINE, quoteId, before.analysisId())
                            .mapTo(String.class)
                            .one());
            former.ifPresent(each -> handle.execute(END, editor, each.id()));
            UUID reviewId = UUID.randomUUID();
            change(
                    handle,
                    articleId,
                    () -> handle.execute(
                            DECIDE,
                            reviewId,
                            WireName.of(decision),
                            editor,
                            wish.note().filter(note -> !note.isBlank()).orElse(null),
                            articleId,
                            quoteId,
                            quote.storedAt(),
                            written(says),
                            machine));
            return standing(handle, quoteId).orElseThrow();
        });
    }

    /**
     * Takes back what holds of a quote: it is answered as the machine reads it.
     *
     * @throws ProblemException if the caller may not, or nothing was decided on it
     */
    @Transactional
    public void undo(UUID quoteId) {
        String editor = callers.editor();
        jdbi.useHandle(handle -> {
            Review review = standing(handle, quoteId)
                    .orElseThrow(() -> new ProblemException(
                            ProblemType.NOT_FOUND, "Nothing is decided on a quote of this id. See /v1/reviews."));
            endOfQuote(handle, review, editor);
        });
    }

    private void endOfQuote(Handle handle, Review review, String editor) {
        hold(handle, review.articleId());
        if (handle.execute(END, editor, review.id()) > 0) {
            change(handle, review.articleId(), () -> {});
            handle.execute(TOUCH_QUOTE, review.articleId(), review.quoteId(), machineId(review));
        }
    }

    private UUID machineId(Review review) {
        try {
            return UUID.fromString(
                    json.readTree(review.machine().text()).path("id").asText());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("this service wrote it", e);
        }
    }

    private void change(Handle handle, UUID articleId, Runnable change) {
        awaitSettling(handle, articleId);
        overlay.lift(handle, articleId);
        change.run();
        overlay.lay(handle, articleId);
        handle.execute(TOUCH, articleId);
        awaitSettling(handle, articleId);
    }

    private static void awaitSettling(Handle handle, UUID articleId) {
        PeopleStore.awaitSettling(handle, articleId);
        UtteranceStore.awaitSettling(handle, articleId);
    }

    private static void hold(Handle handle, @Nullable UUID articleId) {
        handle.select(HOLD, articleId).mapTo(Integer.class).findOne();
    }

    private static Optional<Review> standing(Handle handle, UUID quoteId) {
        return handle.select(COLUMNS + STANDING, quoteId).map(Reviews::review).findOne();
    }

    private static Optional<Entity> byId(Handle handle, UUID id) {
        return handle.select(BY_ID, id)
                .map(row -> new Entity(
                        0,
                        row.getColumn("type", EntityType.class),
                        row.getColumn("name", String.class),
                        List.of(),
                        List.of()))
                .findOne();
    }

    private static Decision decision(QuoteDecision wish) {
        String name = wish.decision().orElse("");
        if (!List.of("confirmed", "corrected", "rejected").contains(name)) {
            throw ProblemException.invalid("decision", "must be confirmed, corrected or rejected");
        }
        Decision decision = Decision.valueOf(name.toUpperCase(Locale.ROOT));
        boolean corrects = wish.spans().isPresent()
                || wish.text().isPresent()
                || wish.stance().isPresent()
                || wish.speakers().isPresent()
                || wish.unattributed().isPresent();
        if (decision != Decision.CORRECTED && corrects) {
            throw ProblemException.invalid("decision", "must be corrected where something is corrected");
        }
        return decision;
    }

    static void checkNote(Optional<String> note) {
        if (note.map(String::length).orElse(0) > QuoteDecision.LONGEST_NOTE) {
            throw ProblemException.invalid("note", "must be at most " + QuoteDecision.LONGEST_NOTE + " characters");
        }
    }

    private static ProblemException noQuote() {
        return new ProblemException(
                ProblemType.NOT_FOUND, "No quote of a current article has this id. See /v1/quotes and /v1/reviews.");
    }

    private String written(Statement says) {
        try {
            return json.writeValueAsString(says);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("statements are plain records", e);
        }
    }
}
