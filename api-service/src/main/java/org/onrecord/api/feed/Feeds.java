package org.onrecord.api.feed;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;

import com.fasterxml.jackson.core.type.TypeReference;

import org.onrecord.api.feed.Feed.Entry;
import org.onrecord.api.parameter.DeclaredParameters;
import org.onrecord.api.parameter.Paging;
import org.onrecord.api.parameter.SortParameter;
import org.onrecord.api.publication.Publication;
import org.onrecord.api.quote.Quote;
import org.onrecord.api.quote.QuotePages;
import org.onrecord.api.quote.QuoteParameters;
import org.onrecord.api.quote.QuotedSpeaker;
import org.onrecord.api.saved.Question;
import org.onrecord.api.saved.SavedSearch;
import org.onrecord.api.web.frame.Shown;
import org.onrecord.contracts.Stance;
import org.onrecord.database.Database;
import org.onrecord.database.JsonReader;
import org.onrecord.database.Sql;

/** Makes feeds of questions. Blocks; thread-safe. */
@ApplicationScoped
class Feeds {

    private static final TypeReference<List<QuotedSpeaker>> SPEAKERS = new TypeReference<>() {};

    /** More than come between two looks of a reader that looks once an hour, for most questions. */
    private static final String ENTRIES = "100";

    private static final int TITLE = 140;

    /** What is taken down goes from the feed, which is news as well. */
    private static final Sql TAKEN_DOWN =
            new Sql().add("SELECT max(taken_down_at) AS last FROM article WHERE taken_down_at IS NOT NULL");

    private final QuotePages quotes;
    private final Question question;
    private final Database database;
    private final JsonReader json;

    Feeds(QuotePages quotes, Question question, Database database, JsonReader json) {
        this.quotes = quotes;
        this.question = question;
        this.database = database;
        this.json = json;
    }

    /** The newest answers to a question. */
    Feed of(QuoteParameters parameters, UriInfo uri) {
        String query = question.query(parameters);
        return feed(
                UUID.nameUUIDFromBytes(("feed\n" + query).getBytes(StandardCharsets.UTF_8)),
                query.isEmpty() ? "Onrecord: all statements" : "Onrecord: " + inWords(query),
                Instant.EPOCH,
                parameters,
                uri);
    }

    /** The newest answers to a saved search. */
    Feed of(SavedSearch search, UriInfo uri) {
        return feed(
                search.id(),
                "Onrecord: " + FeedText.line(search.name(), TITLE),
                search.changed(),
                question.kept(search.query()),
                uri);
    }

    private Feed feed(UUID id, String title, Instant changed, QuoteParameters parameters, UriInfo uri) {
        Paging paging = new Paging();
        paging.limit = ENTRIES;
        List<Quote> found = quotes.page(parameters, new SortParameter(), paging, UnaryOperator.identity())
                .items();
        String query = question.query(parameters);
        Instant updated = Stream.of(Stream.of(changed), found.stream().map(Quote::changed), lastTakedown().stream())
                .flatMap(moments -> moments)
                .max(Instant::compareTo)
                .orElseThrow();
        return new Feed(
                id,
                title,
                at(uri, query.isEmpty() ? "/" : "/?" + query),
                updated,
                found.stream().map(quote -> entry(quote, uri)).toList());
    }

    private Optional<Instant> lastTakedown() {
        return database.list(TAKEN_DOWN, row -> Optional.ofNullable(row.getColumn("last", Instant.class)))
                .getFirst();
    }

    private Entry entry(Quote quote, UriInfo uri) {
        Publication article = quote.article();
        List<String> speakers = json.read(quote.speakers().text(), SPEAKERS).stream()
                .map(speaker -> FeedText.line(speaker.name() == null ? speaker.surface() : speaker.name(), TITLE))
                .toList();
        String who = speakers.isEmpty() ? "Somebody" : String.join(", ", speakers);
        String did = quote.stance() == Stance.SAID ? "" : " (" + inWords(quote.stance()) + ")";
        URI evidence = at(uri, "/articles/" + article.id() + "#q-" + quote.id());
        String link = Shown.link(FeedText.plain(article.url()));
        String html = "<blockquote>" + FeedText.html(quote.text()) + "</blockquote><p>" + FeedText.html(who + did)
                + ", in <a href=\"" + FeedText.html(link == null ? evidence.toString() : link) + "\">"
                + FeedText.html(article.title().isBlank() ? "an article without a headline" : article.title()) + "</a>"
                + (article.site() == null ? "" : ", " + FeedText.html(article.site())) + "</p>";
        return new Entry(
                quote.id(),
                FeedText.line(who + did + ": " + quote.text(), TITLE),
                link == null ? evidence.toString() : link,
                evidence,
                speakers,
                html,
                article.date(),
                quote.changed());
    }

    private static String inWords(Stance stance) {
        return switch (stance) {
            case SAID -> "said";
            case ASKED -> "asked";
            case DENIED -> "denied";
            case UNSAID -> "not said";
        };
    }

    private static String inWords(String query) {
        StringJoiner words = new StringJoiner(", ");
        DeclaredParameters.values(query).forEach((name, values) -> words.add(name + " " + String.join(" or ", values)));
        return FeedText.line(words.toString(), TITLE);
    }

    /** As whoever asks reaches this service. */
    private static URI at(UriInfo uri, String path) {
        return uri.getBaseUri().resolve(path);
    }
}
