package org.onrecord.api.web.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.type.TypeReference;

import org.onrecord.api.article.Article;
import org.onrecord.api.article.ArticleDiff;
import org.onrecord.api.article.Copies;
import org.onrecord.api.publication.DateUsed;
import org.onrecord.api.quote.Quote;
import org.onrecord.api.quote.QuoteReview;
import org.onrecord.api.quote.QuotedSpeaker;
import org.onrecord.api.web.article.MarkedText.Mark;
import org.onrecord.api.web.article.MarkedText.Role;
import org.onrecord.api.web.frame.Address;
import org.onrecord.api.web.frame.Day;
import org.onrecord.api.web.frame.Shown;
import org.onrecord.api.web.statement.Statement;
import org.onrecord.api.web.statement.Statements;
import org.onrecord.chassis.event.WireName;
import org.onrecord.contracts.Block;
import org.onrecord.contracts.Cue;
import org.onrecord.contracts.Field;
import org.onrecord.contracts.MentionKind;
import org.onrecord.contracts.RemovedBlock;
import org.onrecord.contracts.Rights;
import org.onrecord.contracts.Span;
import org.onrecord.database.JsonReader;

/** Articles as the page shows them. Thread-safe. */
@ApplicationScoped
class ArticleViews {

    private static final TypeReference<List<Block>> BLOCKS = new TypeReference<>() {};
    private static final TypeReference<List<RemovedBlock>> REMOVED = new TypeReference<>() {};
    private static final TypeReference<List<String>> STRINGS = new TypeReference<>() {};
    private static final TypeReference<List<Span>> SPANS = new TypeReference<>() {};
    private static final TypeReference<Cue> CUE = new TypeReference<>() {};
    private static final TypeReference<List<QuotedSpeaker>> SPEAKERS = new TypeReference<>() {};
    private static final TypeReference<Rights> RIGHTS = new TypeReference<>() {};

    private static final int LONGEST_START = 70;
    private static final double SURE = 0.8;

    private final JsonReader json;
    private final Statements statements;

    ArticleViews(JsonReader json, Statements statements) {
        this.json = json;
        this.statements = statements;
    }

    /**
     * @param diff what an edit changed; empty where there is one wording alone
     * @param editable whether the reader may set right what was read
     */
    ArticleView of(
            Article article,
            List<ArticleDiff> diff,
            List<Copies.Copy> copies,
            boolean editable,
            List<Quote> rejected,
            Locale reader) {
        List<Mark> marks = marks(article);
        List<String> anchors =
                article.quotes().stream().map(quote -> "q-" + quote.id()).toList();
        String title = article.title().isBlank() ? "Without a headline" : Shown.words(article.title());
        return new ArticleView(
                title,
                article.title().isBlank()
                        ? List.of(new MarkedText.Piece(title, "", "", null, null, List.of()))
                        : new MarkedText(article.title(), Field.TITLE, marks, anchors).pieces(),
                new MarkedText(article.text(), Field.TEXT, marks, anchors)
                        .parts(json.read(article.blocks().text(), BLOCKS)),
                article.site(),
                Shown.link(article.url()),
                Shown.words(String.join(", ", json.read(article.authors().text(), STRINGS))),
                article.language(),
                Day.of(article.date(), reader),
                article.dateUsed() == DateUsed.PUBLISHED_AT,
                readings(article, reader),
                json.read(article.removed().text(), REMOVED).stream()
                        .map(block -> new ArticleView.Removed(
                                WireName.of(block.reason()).replace('-', ' '), Shown.words(block.text())))
                        .toList(),
                versions(article, reader),
                diff.stream()
                        .map(between -> "From "
                                + Day.withTime(between.from().fetchedAt(), reader)
                                        .text() + " to "
                                + Day.withTime(between.to().fetchedAt(), reader).text())
                        .findFirst()
                        .orElse(""),
                diff.stream()
                        .flatMap(between -> between.changes().stream())
                        .map(change -> new ArticleView.Change(words(change.before()), words(change.after())))
                        .toList(),
                copies.stream().map(copy -> copy(copy, reader)).toList(),
                facts(article, reader),
                editable,
                "/articles/" + article.id() + "/review",
                rejected.stream()
                        .map(quote -> new ArticleView.Rejected(
                                quote.id().toString(), Shown.words(quote.text()), reviewed(quote, reader)))
                        .toList());
    }

    private List<Mark> marks(Article article) {
        List<Mark> marks = new ArrayList<>();
        for (Article.MentionedEntity entity : article.entities()) {
            entity.mentions().stream()
                    .filter(mention -> mention.kind() == MentionKind.NAME)
                    .forEach(mention -> marks.add(new Mark(Role.NAME, mention.span(), 0, "/entities/" + entity.id())));
        }
        int number = 0;
        for (Quote quote : article.quotes()) {
            number++;
            for (Span span : json.read(quote.spans().text(), SPANS)) {
                marks.add(new Mark(Role.QUOTE, span, number, null));
            }
            if (quote.cue() != null) {
                marks.add(new Mark(Role.CUE, json.read(quote.cue().text(), CUE).span(), number, null));
            }
            for (QuotedSpeaker speaker : json.read(quote.speakers().text(), SPEAKERS)) {
                marks.add(new Mark(Role.SPEAKER, speaker.span(), number, null));
            }
        }
        return marks;
    }

    private List<ArticleView.Reading> readings(Article article, Locale reader) {
        List<ArticleView.Reading> readings = new ArrayList<>();
        for (Quote quote : article.quotes()) {
            readings.add(new ArticleView.Reading(
                    readings.size() + 1,
                    quote.id().toString(),
                    statements.voices(quote),
                    start(Shown.words(quote.text())),
                    Statements.kind(quote.kind()),
                    Statements.stance(quote.stance()),
                    (int) Math.floor(quote.confidence() * 100),
                    quote.confidence() < SURE,
                    Statements.shownBy(quote.rule()),
                    Shown.words(quote.text()),
                    names(quote),
                    naming(quote),
                    WireName.of(quote.stance()),
                    reviewed(quote, reader)));
        }
        return readings;
    }

    /** As they stand in the field of the form, by which a change is told. */
    String names(Quote quote) {
        return statements.voices(quote).stream().map(Statement.Voice::name).collect(Collectors.joining("; "));
    }

    /** The words that name the first speaker; "" for none. */
    String naming(Quote quote) {
        return json.read(quote.speakers().text(), SPEAKERS).stream()
                .findFirst()
                .map(speaker -> Shown.words(speaker.surface()))
                .orElse("");
    }

    private static @Nullable String reviewed(Quote quote, Locale reader) {
        QuoteReview review = quote.review();
        return review == null
                ? null
                : review.decision() + " by " + Shown.words(review.author()) + ", "
                        + Day.withTime(review.time(), reader).text()
                        + (review.note() == null ? "" : ": " + Shown.words(review.note()));
    }

    private static String start(String text) {
        if (text.length() <= LONGEST_START) {
            return text;
        }
        int space = text.lastIndexOf(' ', LONGEST_START);
        return text.substring(0, space > 0 ? space : text.offsetByCodePoints(0, LONGEST_START / 2)) + " …";
    }

    private static List<ArticleView.Version> versions(Article article, Locale reader) {
        return article.versions().stream()
                .map(version -> new ArticleView.Version(
                        Day.withTime(version.fetchedAt(), reader),
                        version.extractor(),
                        Shown.words(version.title()),
                        version.current(),
                        version.current()
                                        || version.version()
                                                .equals(article.provenance().version())
                                ? null
                                : Address.of("/articles/" + article.id()).with("from", version.version()) + "#changes"))
                .toList();
    }

    private static String words(ArticleDiff.@Nullable Passage passage) {
        return passage == null ? "" : Shown.words(passage.text());
    }

    private static ArticleView.Copy copy(Copies.Copy copy, Locale reader) {
        return new ArticleView.Copy(
                Shown.words(copy.article().title()),
                "/articles/" + copy.article().id(),
                copy.article().site(),
                Day.of(copy.article().date(), reader),
                Math.round(copy.similarity() * 100));
    }

    private List<ArticleView.Fact> facts(Article article, Locale reader) {
        Article.Provenance came = article.provenance();
        List<ArticleView.Fact> facts = new ArrayList<>();
        fact(facts, "Address", article.url());
        if (article.canonicalUrl() != null && !article.canonicalUrl().equals(article.url())) {
            fact(facts, "Known as", article.canonicalUrl());
        }
        time(facts, "Published", Day.withTime(article.publishedAt(), reader));
        time(facts, "Changed", Day.withTime(article.modifiedAt(), reader));
        time(facts, "First seen", Day.withTime(article.firstSeenAt(), reader));
        time(facts, "Fetched", Day.withTime(came.fetchedAt(), reader));
        time(facts, "Read", Day.withTime(came.analysedAt(), reader));
        fact(facts, "Section", article.section());
        fact(facts, "Language", article.language());
        fact(facts, "Extractor", came.extractor());
        fact(facts, "Reader", came.analyser());
        fact(facts, "WARC record", came.archiveRecordId());
        Optional.ofNullable(came.rights())
                .map(rights -> json.read(rights.text(), RIGHTS))
                .ifPresent(rights -> rights(facts, rights));
        return facts;
    }

    private static void rights(List<ArticleView.Fact> facts, Rights rights) {
        fact(facts, "robots.txt", WireName.of(rights.robots()).replace('-', ' '));
        fact(facts, "It bars", String.join(", ", rights.barredAgents()));
        fact(facts, "Page says", String.join(", ", rights.directives()));
        if (rights.tdmReserved() != null) {
            fact(facts, "Data mining", rights.tdmReserved() ? "reserved" : "not reserved");
        }
        fact(facts, "Policy", rights.tdmPolicy());
        if (rights.accessibleForFree() != null) {
            fact(facts, "Paywall", rights.accessibleForFree() ? "none" : "yes");
        }
    }

    private static void time(List<ArticleView.Fact> facts, String name, @Nullable Day day) {
        fact(facts, name, day == null ? null : day.text());
    }

    private static void fact(List<ArticleView.Fact> facts, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.add(new ArticleView.Fact(name, Shown.words(value), Shown.link(value)));
        }
    }
}
