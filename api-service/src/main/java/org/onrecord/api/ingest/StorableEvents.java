package org.onrecord.api.ingest;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.onrecord.api.parameter.OptionalId;
import org.onrecord.chassis.event.EventReader;
import org.onrecord.chassis.event.UnreadableEventException;
import org.onrecord.contracts.Analysis;
import org.onrecord.contracts.Article;
import org.onrecord.contracts.Entity;
import org.onrecord.contracts.Field;
import org.onrecord.contracts.Mention;
import org.onrecord.contracts.Outcome;
import org.onrecord.contracts.Quote;
import org.onrecord.contracts.Span;
import org.onrecord.contracts.Speaker;

/** From the bytes of a record to an event that can be stored. Thread-safe. */
@ApplicationScoped
class StorableEvents {
    /** More than the NLP service keeps of any text; each is many times as large in memory as in its event. */
    private static final int MOST_QUOTES = 20_000;

    private static final int MOST_OF_OTHERS = 100_000;

    private final ObjectMapper json;
    private final EventReader events;

    StorableEvents(ObjectMapper json) {
        this.json = json.copy().registerModule(StorableText.module());
        this.events = new EventReader(this.json);
    }

    /**
     * Reads an analysis and checks that it does not contradict itself.
     *
     * @throws UnreadableEventException if it is none, or speaks of characters or entities that are not there
     */
    Analysis analysis(byte[] value) {
        Analysis analysis = events.analysis(value);
        checkTitle(analysis.article().title());
        checkNumber("quotes", analysis.quotes().size(), MOST_QUOTES);
        checkNumber("mentions", analysis.mentions().size(), MOST_OF_OTHERS);
        checkNumber("entities", analysis.entities().size(), MOST_OF_OTHERS);
        checkNumber("sentences", analysis.sentences().size(), MOST_OF_OTHERS);
        checkFingerprint(analysis.article().fingerprint());
        analysis.sentences().forEach(span -> checkSpan(analysis.article(), span));
        checkEntities(analysis);
        for (Mention mention : analysis.mentions()) {
            checkSpan(analysis.article(), mention.span());
            checkEntity(analysis, mention.entityId());
        }
        analysis.quotes().forEach(quote -> checkQuote(analysis, quote));
        StatedWords.check(analysis);
        return analysis;
    }

    /** What an analysis that cannot be read is of, if it says at least by which request it came. */
    Optional<Subject> subject(byte[] value) {
        try {
            JsonNode article =
                    json.readTree(value == null ? new byte[0] : value).path("article");
            return id(article, "requestId")
                    .map(requestId -> new Subject(
                            requestId,
                            text(article, "requestedUrl"),
                            id(article, "articleId").orElse(null),
                            text(article, "version")));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static @Nullable String text(JsonNode article, String property) {
        String text = article.path(property).textValue();
        return text == null ? null : StorableText.of(text);
    }

    private static Optional<UUID> id(JsonNode article, String property) {
        return OptionalId.of(article.path(property).asText());
    }

    /** @throws UnreadableEventException if it is no outcome */
    Outcome outcome(byte[] value) {
        return events.outcome(value);
    }

    /** A stream tells of thousands of quotes of one article, a page of a list holds a hundred: each with the title. */
    private static void checkTitle(String title) {
        if (title.length() > Article.MAX_TITLE_LENGTH) {
            throw new UnreadableEventException(
                    "a title of " + title.length() + " characters, at most " + Article.MAX_TITLE_LENGTH + " are taken");
        }
    }

    private static void checkNumber(String what, int number, int most) {
        if (number > most) {
            throw new UnreadableEventException(number + " " + what + ", at most " + most + " are taken");
        }
    }

    private static void checkFingerprint(@Nullable String fingerprint) {
        if (fingerprint != null && !fingerprint.matches("[0-9a-f]{16}")) {
            throw new UnreadableEventException("article.fingerprint is not of 16 hexadecimal digits");
        }
    }

    private static void checkEntities(Analysis analysis) {
        for (int id = 0; id < analysis.entities().size(); id++) {
            Entity entity = analysis.entities().get(id);
            if (entity.id() != id || entity.name() == null || entity.type() == null) {
                throw new UnreadableEventException("entity " + id + " lacks its id, its type or its name");
            }
        }
    }

    private static void checkQuote(Analysis analysis, Quote quote) {
        if (quote.quoteId() == null || quote.kind() == null || quote.text() == null || quote.rule() == null) {
            throw new UnreadableEventException("a quote lacks its id, its kind, its words or its rule");
        }
        if (quote.spans() == null || quote.spans().isEmpty()) {
            throw new UnreadableEventException("quote " + quote.quoteId() + " stands nowhere");
        }
        quote.spans().forEach(span -> checkSpan(analysis.article(), span));
        if (quote.cue() != null) {
            checkSpan(analysis.article(), quote.cue().span());
        }
        if (!Objects.equals(quote.speaker(), first(quote.speakers()))) {
            throw new UnreadableEventException(
                    "the speaker of quote " + quote.quoteId() + " is not the first of its speakers");
        }
        for (Speaker speaker : quote.speakers()) {
            checkSpan(analysis.article(), speaker.span());
            if (speaker.entityId() != null) {
                checkEntity(analysis, speaker.entityId());
            }
        }
    }

    private static @Nullable Speaker first(List<Speaker> speakers) {
        return speakers.isEmpty() ? null : speakers.getFirst();
    }

    private static void checkEntity(Analysis analysis, int id) {
        if (id < 0 || id >= analysis.entities().size()) {
            throw new UnreadableEventException("there is no entity " + id);
        }
    }

    private static void checkSpan(Article article, Span span) {
        if (span == null || span.field() == null) {
            throw new UnreadableEventException("a span is missing, or does not say what it counts in");
        }
        int length = (span.field() == Field.TITLE ? article.title() : article.text()).length();
        if (span.start() < 0 || span.start() > span.end() || span.end() > length) {
            throw new UnreadableEventException("the span %d-%d lies outside the %s of %d characters"
                    .formatted(span.start(), span.end(), span.field().name().toLowerCase(Locale.ROOT), length));
        }
    }
}
