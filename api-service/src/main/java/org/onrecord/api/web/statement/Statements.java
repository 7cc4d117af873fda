package org.onrecord.api.web.statement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.type.TypeReference;

import org.onrecord.api.publication.DateUsed;
import org.onrecord.api.publication.Publication;
import org.onrecord.api.quote.Context;
import org.onrecord.api.quote.Quote;
import org.onrecord.api.quote.QuotedSpeaker;
import org.onrecord.api.web.frame.Day;
import org.onrecord.api.web.frame.Shown;
import org.onrecord.contracts.QuoteKind;
import org.onrecord.contracts.Span;
import org.onrecord.contracts.Stance;
import org.onrecord.database.JsonReader;

/** Quotes as pages show them. Thread-safe. */
@ApplicationScoped
public class Statements {

    private static final TypeReference<List<QuotedSpeaker>> SPEAKERS = new TypeReference<>() {};
    private static final TypeReference<List<Span>> SPANS = new TypeReference<>() {};
    private static final TypeReference<Context> CONTEXT = new TypeReference<>() {};

    /** Of those below, one in five and more is wrong somewhere. */
    private static final double SURE = 0.8;

    private final JsonReader json;

    Statements(JsonReader json) {
        this.json = json;
    }

    /** In the order of the quotes; those of one utterance stand where its first one does. */
    public List<Statement> of(List<Quote> quotes, Locale reader) {
        Map<UUID, List<Quote>> byUtterance = new LinkedHashMap<>();
        for (Quote quote : quotes) {
            byUtterance
                    .computeIfAbsent(quote.utteranceId(), id -> new ArrayList<>())
                    .add(quote);
        }
        return byUtterance.values().stream()
                .map(same -> statement(same, reader))
                .toList();
    }

    private Statement statement(List<Quote> same, Locale reader) {
        Quote quote = same.getFirst();
        List<Statement.Voice> voices = voices(quote);
        return new Statement(
                quote.id().toString(),
                words(quote),
                kind(quote.kind()),
                stance(quote.stance()),
                voices,
                voices.isEmpty() ? "The article does not show who said it" : null,
                (int) Math.floor(quote.confidence() * 100),
                quote.confidence() < SURE,
                quote.review() != null,
                "/utterances/" + quote.utteranceId(),
                same.stream().map(one -> printed(one, reader)).toList());
    }

    /** Who said it, as the article names them. */
    public List<Statement.Voice> voices(Quote quote) {
        return json.read(quote.speakers().text(), SPEAKERS).stream()
                .map(speaker -> new Statement.Voice(
                        Shown.words(speaker.name() == null ? speaker.surface() : speaker.name()),
                        speaker.entityId() == null ? null : "/entities/" + speaker.entityId(),
                        speaker.roles() == null ? "" : Shown.words(String.join(", ", speaker.roles()))))
                .toList();
    }

    /** Words that are the speaker's own stand for themselves; what the reporter says of others needs its sentence. */
    private List<Sentence.Piece> words(Quote quote) {
        return quote.kind() == QuoteKind.DIRECT || quote.context() == null
                ? Sentence.bare(quote.text(), quote.highlights())
                : Sentence.of(
                        quote.text(),
                        quote.highlights(),
                        json.read(quote.spans().text(), SPANS),
                        json.read(quote.context().text(), CONTEXT));
    }

    private static Statement.Printed printed(Quote quote, Locale reader) {
        Publication article = quote.article();
        return new Statement.Printed(
                article.title().isBlank() ? "Without a headline" : Shown.words(article.title()),
                "/articles/" + article.id() + "#q-" + quote.id(),
                article.site(),
                Day.of(article.date(), reader),
                article.dateUsed() == DateUsed.PUBLISHED_AT);
    }

    /** How it is reported, in words. */
    public static String kind(QuoteKind kind) {
        return switch (kind) {
            case DIRECT -> "verbatim";
            case MIXED -> "partly verbatim";
            case INDIRECT -> "reported";
        };
    }

    /** What showed it, in words. */
    public static String shownBy(String rule) {
        return switch (rule) {
            case "before-cue" -> "by the verb behind it";
            case "after-cue" -> "by the verb before it";
            case "around-cue" -> "by the verb within it";
            case "quotation-without-cue" -> "by its quotation marks alone";
            case "quotation-below-report", "quotation-behind-report" -> "goes on with the same speaker";
            case "headline-colon", "headline-only" -> "a headline";
            default -> rule.replace('-', ' ');
        };
    }

    /** What the source does with the words; null where it just says them. */
    public static @Nullable String stance(Stance stance) {
        return switch (stance) {
            case SAID -> null;
            case ASKED -> "asked";
            case DENIED -> "denied";
            case UNSAID -> "not said";
        };
    }
}
