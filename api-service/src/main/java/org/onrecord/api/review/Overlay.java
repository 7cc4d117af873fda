package org.onrecord.api.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.type.TypeReference;

import org.onrecord.api.ingest.AnnotationRows;
import org.onrecord.api.person.PeopleStore;
import org.onrecord.chassis.event.WireName;
import org.onrecord.contracts.Field;
import org.onrecord.contracts.Quote;
import org.onrecord.contracts.Span;
import org.onrecord.database.JsonReader;

/**
 * Lays what editors decided over what the machine reads in an article: their rows stand in the place of its own, so that every
 * question finds them where it finds all others. Lifting them brings back what the machine read, so that both are done again
 * whenever either changes; what comes out depends on the reading and the decisions alone. For use while the article's row is held.
 * Thread-safe.
 */
@ApplicationScoped
public class Overlay {

    private static final String EDITOR = "editor";

    private static final TypeReference<Statement> STATEMENT = new TypeReference<>() {};

    private static final String LIFT_NAMES = """
            DELETE FROM quote_name n USING quote q WHERE q.article_id = ? AND q.review IS NOT NULL
                AND n.analysis_id = q.analysis_id AND n.quote_id = q.quote_id
            """;

    private static final String QUOTE_COLUMNS = "analysis_id, quote_id, article_id, quote_no, kind, text, spans, cue,"
            + " speaker, speaker_no, confidence, rule, context, current, dated_at, stance, speakers, speaker_nos,"
            + " stored_at, changed_at";

    private static final List<String> LIFT = List.of(
            LIFT_NAMES,
            LIFT_NAMES.replace("quote_name", "quote_about"),
            "DELETE FROM quote WHERE article_id = ? AND review IS NOT NULL",
            "INSERT INTO quote (search, " + QUOTE_COLUMNS + ") SELECT words_of(r.text), r."
                    + QUOTE_COLUMNS.replace(", ", ", r.")
                    + " FROM quote_aside s, jsonb_populate_record(NULL::quote, s.quote) AS r WHERE s.article_id = ?",
            """
            INSERT INTO quote_name SELECT r.* FROM quote_aside s, jsonb_populate_recordset(NULL::quote_name, s.names) AS r
            WHERE s.article_id = ?
            """,
            """
            INSERT INTO quote_about SELECT r.* FROM quote_aside s, jsonb_populate_recordset(NULL::quote_about, s.about) AS r
            WHERE s.article_id = ?
            """,
            "DELETE FROM quote_aside WHERE article_id = ?",
            """
            DELETE FROM known_name k WHERE k.key IN (SELECT m.key FROM analysis a JOIN entity e USING (analysis_id)
                    JOIN entity_name m USING (analysis_id, entity_no) WHERE a.article_id = ? AND e.by_editor)
                AND NOT EXISTS (SELECT 1 FROM entity_name n JOIN entity e USING (analysis_id, entity_no)
                    WHERE n.key = k.key AND NOT e.by_editor)
            """,
            """
            DELETE FROM entity_name n USING analysis a, entity e WHERE a.article_id = ? AND e.analysis_id = a.analysis_id
                AND e.by_editor AND n.analysis_id = e.analysis_id AND n.entity_no = e.entity_no
            """,
            """
            DELETE FROM entity e USING analysis a
            WHERE a.article_id = ? AND e.analysis_id = a.analysis_id AND e.by_editor
            """);

    private static final String STANDING = """
            SELECT review_id, decision, author, note, made_at, quote_id, quote_stored_at, says::text AS says, state
            FROM review WHERE article_id = ? AND ended_at IS NULL ORDER BY made_at, review_id
            """;

    private static final List<String> PUT_ASIDE = List.of(
            """
            INSERT INTO quote_aside (analysis_id, quote_id, article_id, quote, names, about)
            SELECT q.analysis_id, q.quote_id, q.article_id, to_jsonb(q) - 'wording_id' - 'search',
                (SELECT coalesce(jsonb_agg(to_jsonb(n)), '[]') FROM quote_name n
                    WHERE n.analysis_id = q.analysis_id AND n.quote_id = q.quote_id),
                (SELECT coalesce(jsonb_agg(to_jsonb(b)), '[]') FROM quote_about b
                    WHERE b.analysis_id = q.analysis_id AND b.quote_id = q.quote_id)
            FROM quote q WHERE q.analysis_id = ? AND q.quote_id = ANY (?)
            """,
            "DELETE FROM quote_name WHERE analysis_id = ? AND quote_id = ANY (?)",
            "DELETE FROM quote_about WHERE analysis_id = ? AND quote_id = ANY (?)",
            "DELETE FROM quote WHERE analysis_id = ? AND quote_id = ANY (?)");

    private static final String MARK = """
            UPDATE quote SET quote_no = ?, current = ?, stored_at = ?, changed_at = greatest(?::timestamptz, ?::timestamptz),
                review = jsonb_strip_nulls(jsonb_build_object(
                    'id', ?::text, 'decision', ?::text, 'author', ?::text, 'time', ?::text, 'note', ?::text))
            WHERE analysis_id = ? AND quote_id = ?
            """;

    private final Readings readings;
    private final AnnotationRows rows;
    private final JsonReader json;

    Overlay(Readings readings, AnnotationRows rows, JsonReader json) {
        this.readings = readings;
        this.rows = rows;
        this.json = json;
    }

    /** A decision that holds. */
    private record Standing(
            UUID reviewId,
            Decision decision,
            String author,
            @Nullable String note,
            Instant madeAt,
            UUID quoteId,
            Instant storedAt,
            Statement says,
            @Nullable String state) {

        boolean isRejection() {
            return decision == Decision.REJECTED;
        }
    }

    /**
     * What becomes of a decision.
     *
     * @param machine what the machine reads there; null where it reads nothing
     */
    private record Laid(Standing standing, Quote quote, Reading.@Nullable Read machine) {}

    /** Brings back what the machine read in all readings of an article. */
    public void lift(Handle handle, UUID articleId) {
        if (!hasRows(handle, articleId)) {
            return;
        }
        List<UUID> analyses = handle.select(
                        "SELECT DISTINCT analysis_id FROM quote_aside WHERE article_id = ?", articleId)
                .mapTo(UUID.class)
                .list();
        LIFT.forEach(sql -> handle.execute(sql, articleId));
        // Who the people are may have changed since they were put aside.
        PeopleStore.follow(handle, analyses);
    }

    private static boolean hasRows(Handle handle, UUID articleId) {
        return handle.select("SELECT 1 FROM quote WHERE article_id = ? AND review IS NOT NULL LIMIT 1", articleId)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** Lays what editors decided over the current reading of an article, of which nothing is laid yet. */
    public void lay(Handle handle, UUID articleId) {
        List<Standing> standing = standing(handle, articleId);
        if (!standing.isEmpty()) {
            readings.of(handle, articleId).ifPresent(reading -> new Laying(handle, reading).lay(standing));
        }
    }

    private List<Standing> standing(Handle handle, UUID articleId) {
        return handle.select(STANDING, articleId)
                .map(row -> new Standing(
                        row.getColumn("review_id", UUID.class),
                        row.getColumn("decision", Decision.class),
                        row.getColumn("author", String.class),
                        row.getColumn("note", String.class),
                        row.getColumn("made_at", Instant.class),
                        row.getColumn("quote_id", UUID.class),
                        row.getColumn("quote_stored_at", Instant.class),
                        json.read(row.getColumn("says", String.class), STATEMENT),
                        row.getColumn("state", String.class)))
                .list();
    }

    /** One article's. */
    private final class Laying {
        private final Handle handle;
        private final Reading reading;
        private final Places places;
        private final Voices voices;
        private final Map<UUID, Reading.Read> machine = new HashMap<>();
        /** Of each decision what the machine reads in pieces that an editor has told whole. */
        private final Map<UUID, List<UUID>> pieces = new HashMap<>();

        private final Set<UUID> aside = new HashSet<>();

        Laying(Handle handle, Reading reading) {
            this.handle = handle;
            this.reading = reading;
            this.places = new Places(reading);
            this.voices = new Voices(reading, places);
        }

        void lay(List<Standing> standing) {
            match(standing);
            List<Laid> laid = new ArrayList<>();
            for (Standing each : standing) {
                Reading.Read read = machine.get(each.reviewId());
                Optional<Quote> quote = each.isRejection() ? rejected(each, read) : said(each, read);
                quote.ifPresent(present -> laid.add(new Laid(each, present, read)));
                if (quote.isPresent() && read != null) {
                    aside.add(read.id());
                    aside.addAll(pieces.getOrDefault(each.reviewId(), List.of()));
                }
                tell(each, quote.isPresent() ? read == null ? "alone" : "laid" : orphanOrUnread(each));
            }
            if (!aside.isEmpty()) {
                PUT_ASIDE.forEach(sql -> handle.createUpdate(sql)
                        .bind(0, reading.analysisId())
                        .bindArray(1, UUID.class, aside)
                        .execute());
            }
            voices.added()
                    .forEach(added -> rows.addEntity(
                            handle,
                            reading.analysisId(),
                            added.entity(),
                            added.pinned().orElse(null)));
            rows.insertQuotes(
                    handle,
                    reading.analysisId(),
                    reading.with(laid.stream().map(Laid::quote).toList(), voices.entities()),
                    true,
                    reading.datedAt());
            PeopleStore.follow(handle, List.of(reading.analysisId()));
            laid.forEach(this::mark);
        }

        /** First by the id, which says that the words are the same; then by their place. */
        private void match(List<Standing> standing) {
            Set<UUID> taken = new HashSet<>();
            for (Standing each : standing) {
                reading.quote(each.quoteId()).ifPresent(read -> {
                    machine.put(each.reviewId(), read);
                    taken.add(read.id());
                });
            }
            for (Standing each : standing) {
                if (!machine.containsKey(each.reviewId())) {
                    List<Span> words = places.all(each.says().words());
                    List<Reading.Read> alike = reading.quotes().stream()
                            .filter(read -> !taken.contains(read.id()))
                            .filter(read -> isSame(each, words, read.quote().spans()))
                            .sorted(Comparator.comparingDouble(read ->
                                    -Shared.of(words, read.quote().spans()).ofBoth()))
                            .toList();
                    alike.stream().findFirst().ifPresent(read -> machine.put(each.reviewId(), read));
                    alike.forEach(read -> taken.add(read.id()));
                    pieces.put(
                            each.reviewId(),
                            alike.stream().map(Reading.Read::id).toList());
                }
            }
        }

        /** What was rejected is the same only where it is nearly the same: other bounds may be right. */
        private static boolean isSame(Standing each, List<Span> words, List<Span> read) {
            Shared shared = Shared.of(words, read);
            return each.isRejection() ? shared.ofBoth() >= 0.8 : shared.ofShorter() > 0.5;
        }

        private Optional<Quote> rejected(Standing each, Reading.@Nullable Read read) {
            return Optional.ofNullable(read).map(Reading.Read::quote).map(quote -> named(each.quoteId(), quote));
        }

        private static Quote named(UUID id, Quote quote) {
            return new Quote(
                    id,
                    quote.kind(),
                    quote.spans(),
                    quote.text(),
                    quote.cue(),
                    quote.speaker(),
                    quote.confidence(),
                    quote.rule(),
                    quote.stance(),
                    quote.speakers());
        }

        /** Empty where the article has the words no more. */
        private Optional<Quote> said(Standing each, Reading.@Nullable Read read) {
            Statement says = each.says();
            List<Span> words = places.all(says.words());
            if (words.isEmpty()) {
                return Optional.empty();
            }
            return voices.speakers(says.speakers(), read == null ? null : read.quote())
                    .map(speakers -> new Quote(
                            each.quoteId(),
                            says.kind(),
                            words,
                            places.words(words),
                            read == null ? null : read.quote().cue(),
                            speakers.isEmpty() ? null : speakers.getFirst(),
                            1,
                            read == null ? EDITOR : read.quote().rule(),
                            says.stance(),
                            speakers));
        }

        private String orphanOrUnread(Standing each) {
            return each.isRejection() && !places.all(each.says().words()).isEmpty() ? "alone" : "orphaned";
        }

        private void tell(Standing each, String state) {
            if (!state.equals(each.state())) {
                handle.execute("UPDATE review SET state = ? WHERE review_id = ?", state, each.reviewId());
            }
        }

        private void mark(Laid laid) {
            Standing standing = laid.standing();
            Reading.Read read = laid.machine();
            handle.execute(
                    MARK,
                    read == null ? number(laid.quote().spans().getFirst()) : read.number(),
                    !standing.isRejection(),
                    standing.storedAt(),
                    standing.madeAt(),
                    read == null ? reading.changedAt() : read.changedAt(),
                    standing.reviewId().toString(),
                    WireName.of(standing.decision()),
                    standing.author(),
                    standing.madeAt().toString(),
                    standing.note(),
                    reading.analysisId(),
                    standing.quoteId());
            if (standing.isRejection()) {
                handle.execute(
                        "UPDATE quote_name SET current = false WHERE analysis_id = ? AND quote_id = ?",
                        reading.analysisId(),
                        standing.quoteId());
            }
        }

        /** That of the last quote before it. */
        private int number(Span start) {
            return reading.quotes().stream()
                    .filter(read -> isBefore(read.quote().spans().getFirst(), start))
                    .mapToInt(Reading.Read::number)
                    .max()
                    .orElse(0);
        }

        private static boolean isBefore(Span one, Span other) {
            return one.field() == other.field() ? one.start() <= other.start() : one.field() == Field.TITLE;
        }
    }
}
