package org.onrecord.api.agent;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkiverse.mcp.server.Content;
import io.quarkiverse.mcp.server.TextContent;
import io.quarkiverse.mcp.server.Tool;
import io.quarkiverse.mcp.server.ToolArg;
import io.quarkiverse.mcp.server.ToolResponse;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;

import org.onrecord.api.article.Articles;
import org.onrecord.api.entity.Entities;
import org.onrecord.api.entity.EntityParameters;
import org.onrecord.api.parameter.Paging;
import org.onrecord.api.parameter.SortParameter;
import org.onrecord.api.quote.QuotePages;
import org.onrecord.api.quote.QuoteParameters;
import org.onrecord.api.timeline.Counted;
import org.onrecord.api.timeline.QuoteCounts;
import org.onrecord.api.timeline.Stretches;
import org.onrecord.api.trace.Traces;
import org.onrecord.chassis.problem.ProblemException;
import org.onrecord.chassis.problem.ProblemType;

/**
 * The tools of the Model Context Protocol, at {@code /mcp}. Each asks the same services as the operation of the REST interface beside
 * it, checks what is asked in the same way, and answers with the same JSON; {@code next} of a list is the cursor to go on with.
 */
@ApplicationScoped
@RunOnVirtualThread
// The extension registers its tools, and not what Jackson writes their answers by.
@RegisterForReflection(
        targets = {ToolResponse.class, TextContent.class, Content.Annotations.class},
        classNames = "io.quarkiverse.mcp.server.runtime.McpObjectMapperCustomizer$ResponseMixin")
class NewsTools {

    private static final String SPEAKER =
            "Who said it: a name in any spelling, the surname alone, or the id of a person or body.";
    private static final String ABOUT = "Whom or what it is about: a name, or an id.";
    private static final String WORDS =
            "Words of the quote. \"a phrase\", OR, NOT, (brackets) and begin* are understood.";
    private static final String FROM = "Printed on this day or later, such as 2026-03-31.";
    private static final String TO = "Printed on this day or earlier.";
    private static final String LIMIT = "How many to answer, from 1 to 100; 20 if nothing is said.";
    private static final String CURSOR = "Where to go on: next of the answer before, with all else as it was.";

    private final QuotePages quotes;
    private final Entities entities;
    private final QuoteCounts counts;
    private final Articles articles;
    private final Traces traces;
    private final Asking asking;

    NewsTools(
            QuotePages quotes, Entities entities, QuoteCounts counts, Articles articles, Traces traces, Asking asking) {
        this.quotes = quotes;
        this.entities = entities;
        this.counts = counts;
        this.articles = articles;
        this.traces = traces;
        this.asking = asking;
    }

    @Tool(
            name = "search_quotes",
            title = "Who said what",
            description =
                    "Finds statements in the news, the newest first: who said it, the words, the word that reports it, the"
                            + " article, and the characters there that show it. Each has a confidence from 0 to 1 that words, stance and"
                            + " speaker are all right.",
            annotations = @Tool.Annotations(readOnlyHint = true, destructiveHint = false, openWorldHint = false))
    ToolResponse searchQuotes(
            @ToolArg(description = SPEAKER, required = false) @Nullable String speaker,
            @ToolArg(description = ABOUT, required = false) @Nullable String about,
            @ToolArg(description = WORDS, required = false) @Nullable String words,
            @ToolArg(description = FROM, required = false) @Nullable String from,
            @ToolArg(description = TO, required = false) @Nullable String to,
            @ToolArg(description = "The site that printed it, such as example.org.", required = false) @Nullable
                    String site,
            @ToolArg(
                            description = "direct, mixed or indirect: wholly, partly or not in quotation marks.",
                            required = false)
                    @Nullable
                    String kind,
            @ToolArg(
                            description =
                                    "said, asked, denied, unsaid, or several of them divided by commas. Unsaid, which is what"
                                            + " somebody did not say, is left out unless it is asked for.",
                            required = false)
                    @Nullable
                    String stance,
            @ToolArg(description = LIMIT, required = false) @Nullable Integer limit,
            @ToolArg(description = CURSOR, required = false) @Nullable String cursor) {
        QuoteParameters asked = asked(speaker, about, words, from, to);
        asked.site = one(site);
        asked.kind = kind;
        asked.stance = stance;
        Paging paging = new Paging();
        paging.limit = limit == null ? null : limit.toString();
        paging.cursor = cursor;
        return asking.answer(
                List.of(asked, paging),
                () -> quotes.page(asked, new SortParameter(), paging, UnaryOperator.identity()));
    }

    @Tool(
            name = "find_names",
            title = "People, bodies and places",
            description =
                    "Finds people, organisations and places by a part of their name, with how often each was quoted and named."
                            + " The id tells namesakes apart: use it as speaker or about.",
            annotations = @Tool.Annotations(readOnlyHint = true, destructiveHint = false, openWorldHint = false))
    ToolResponse findNames(
            @ToolArg(description = "A part of the name, in any spelling.") String name,
            @ToolArg(description = "person, organisation or place.", required = false) @Nullable String type,
            @ToolArg(description = LIMIT, required = false) @Nullable Integer limit,
            @ToolArg(description = CURSOR, required = false) @Nullable String cursor) {
        EntityParameters asked = new EntityParameters();
        asked.q = name;
        asked.type = type;
        asked.limit = limit == null ? null : limit.toString();
        asked.cursor = cursor;
        return asking.answer(List.of(asked), () -> entities.list(asked, UnaryOperator.identity()));
    }

    @Tool(
            name = "count_over_time",
            title = "How much was said over time",
            description = "Counts statements by day, week or month, for the same questions as search_quotes.",
            annotations = @Tool.Annotations(readOnlyHint = true, destructiveHint = false, openWorldHint = false))
    ToolResponse countOverTime(
            @ToolArg(description = SPEAKER, required = false) @Nullable String speaker,
            @ToolArg(description = ABOUT, required = false) @Nullable String about,
            @ToolArg(description = WORDS, required = false) @Nullable String words,
            @ToolArg(description = FROM, required = false) @Nullable String from,
            @ToolArg(description = TO, required = false) @Nullable String to,
            @ToolArg(description = "day, week or month; day if nothing is said.", required = false) @Nullable
                    String interval,
            @ToolArg(
                            description =
                                    "utterance counts the same words once, wherever they were printed; publication, which it is"
                                            + " if nothing is said, each place.",
                            required = false)
                    @Nullable
                    String by) {
        QuoteParameters asked = asked(speaker, about, words, from, to);
        Stretches stretches = new Stretches();
        stretches.interval = interval;
        Counted counted = new Counted();
        counted.by = by;
        return asking.answer(List.of(asked, stretches, counted), () -> counts.timeline(stretches, counted, asked));
    }

    @Tool(
            name = "read_article",
            title = "One article with its evidence",
            description =
                    "The text of an article and every statement in it. Offsets are UTF-16 units of the text or the title, half"
                            + " open: they are where the words, the speaker and the word that reports them stand.",
            annotations = @Tool.Annotations(readOnlyHint = true, destructiveHint = false, openWorldHint = false))
    ToolResponse readArticle(@ToolArg(description = "The article's id, from a quote's article.") String id) {
        return asking.answer(List.of(), () -> ReadArticle.of(articles.whole(id(id))));
    }

    @Tool(
            name = "trace_story",
            title = "What became of a story",
            description =
                    "Tells by its address whether a page was fetched, read and stored, or what kept it from that.",
            annotations = @Tool.Annotations(readOnlyHint = true, destructiveHint = false, openWorldHint = false))
    ToolResponse traceStory(@ToolArg(description = "The address of the page.") String url) {
        return asking.answer(
                List.of(),
                () -> found(
                        traces.ofUrl(url.strip()),
                        () -> "Nobody asked for it yet, and no source that is watched has it."));
    }

    private static QuoteParameters asked(
            @Nullable String speaker,
            @Nullable String about,
            @Nullable String words,
            @Nullable String from,
            @Nullable String to) {
        QuoteParameters asked = new QuoteParameters();
        asked.speaker = one(speaker);
        asked.about = one(about);
        asked.q = words;
        asked.from = from;
        asked.to = to;
        return asked;
    }

    private static @Nullable List<String> one(@Nullable String value) {
        return value == null ? null : List.of(value);
    }

    private static UUID id(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("id", "must be a UUID");
        }
    }

    private static <T> T found(Optional<T> thing, Supplier<String> otherwise) {
        return thing.orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, otherwise.get()));
    }
}
