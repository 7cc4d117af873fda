package org.onrecord.api.quote;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;

import org.onrecord.api.database.Replicated;
import org.onrecord.api.entity.LikeNames;
import org.onrecord.api.page.DatedPosition;
import org.onrecord.api.page.Horizon;
import org.onrecord.api.page.Page;
import org.onrecord.api.page.Sort;
import org.onrecord.api.page.Total;
import org.onrecord.api.parameter.Paging;
import org.onrecord.api.parameter.SortParameter;
import org.onrecord.api.search.NewestFirst;
import org.onrecord.api.search.Relevance;
import org.onrecord.api.search.WordSearch;
import org.onrecord.chassis.problem.ProblemException;
import org.onrecord.chassis.problem.ProblemType;
import org.onrecord.database.Database;

/** Answers questions for quotes page by page, newest first. Thread-safe. */
@ApplicationScoped
public class QuotePages {

    private final Database database;
    private final NewestFirst newestFirst;
    private final LikeNames likeNames;
    private final Horizon horizon;
    private final Relevance relevance;

    QuotePages(
            @Replicated Database database,
            NewestFirst newestFirst,
            LikeNames likeNames,
            Horizon horizon,
            Relevance relevance) {
        this.database = database;
        this.newestFirst = newestFirst;
        this.likeNames = likeNames;
        this.horizon = horizon;
        this.relevance = relevance;
    }

    /**
     * One page of the quotes that are asked for.
     *
     * @param next where to go on, made of the cursor of the next page
     * @throws ProblemException if the parameters contradict each other
     */
    public Page<Quote> page(QuoteParameters parameters, SortParameter sort, Paging paging, UnaryOperator<String> next) {
        QuoteQuery query = new QuoteQuery(parameters, sort.sortOrDefault());
        if (query.isOfChanges()) {
            query.before(horizon.now());
        }
        String question = query.question();
        int limit = paging.limitOrDefault();
        Optional<WordSearch> words = query.words();
        if (sort.sortOrDefault() == Sort.RELEVANCE) {
            Page<Quote> best = relevance.page(
                    words,
                    query::ranked,
                    paging.cursorFor(question),
                    limit,
                    ids -> read(query, ids),
                    Quote::id,
                    place -> next.apply(place.encode(question)));
            return best.map(found -> highlighted(query, found));
        }
        Optional<DatedPosition> after = paging.cursorFor(question).map(DatedPosition::of);
        Function<DatedPosition, String> link = last -> next.apply(last.cursor().encode(question));
        Page<Quote> page = words.isPresent()
                ? newestFirst.page(words.get(), after, limit).page(ids -> read(query, ids), link)
                : page(query, after, limit, link);
        return page.items().isEmpty() ? page.with(meant(parameters)) : page.map(found -> highlighted(query, found));
    }

    /**
     * One quote.
     *
     * @throws ProblemException if no current article has it
     */
    public Quote byId(UUID id) {
        return database.first(QuoteQuery.byId(id), QuoteRows::withArticle)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND, "No quote of a current article has this id. See /v1/quotes."));
    }

    /** Of those who are asked for and whom nobody knows, whom they may mean. */
    private List<String> meant(QuoteParameters parameters) {
        List<String> speakers = likeNames.of("speaker", parameters.speaker);
        return speakers.isEmpty() ? likeNames.of("about", parameters.about) : speakers;
    }

    private List<Quote> highlighted(QuoteQuery query, List<Quote> found) {
        if (query.asked().isEmpty()) {
            return found;
        }
        Map<UUID, String> marked = new HashMap<>();
        database.list(
                QuoteQuery.marked(
                        query.asked().get(), found.stream().map(Quote::id).toList()),
                row -> marked.put(row.getColumn("quote_id", UUID.class), row.getColumn("marked", String.class)));
        return found.stream()
                .map(quote -> quote.with(Highlight.of(quote.text(), marked.getOrDefault(quote.id(), ""))))
                .toList();
    }

    private List<Quote> read(QuoteQuery query, List<UUID> ids) {
        return database.list(query.found(ids), QuoteRows::withArticle);
    }

    private Page<Quote> page(
            QuoteQuery query, Optional<DatedPosition> after, int limit, Function<DatedPosition, String> link) {
        return Page.of(
                database.list(query.page(after, limit), QuoteRows::withArticle),
                limit,
                Total.of(database, query.all(), query.counted()),
                last -> link.apply(query.position(last)));
    }
}
