package org.onrecord.api.quote;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;

import org.onrecord.api.page.DatedPosition;
import org.onrecord.api.page.NextLink;
import org.onrecord.api.page.Page;
import org.onrecord.api.page.Total;
import org.onrecord.api.parameter.Paging;
import org.onrecord.api.search.NewestFirst;
import org.onrecord.api.search.WordSearch;
import org.onrecord.database.Database;

/** Answers questions for quotes page by page, newest first. Thread-safe. */
@ApplicationScoped
public class QuotePages {

    private final Database database;
    private final NewestFirst newestFirst;

    QuotePages(Database database, NewestFirst newestFirst) {
        this.database = database;
        this.newestFirst = newestFirst;
    }

    /**
     * One page of the quotes that are asked for.
     *
     * @param uri what was asked: the link to the next page is the same with another cursor
     * @throws org.onrecord.chassis.problem.ProblemException if the parameters contradict each other
     */
    public Page<Quote> page(QuoteParameters parameters, Paging paging, UriInfo uri) {
        QuoteQuery query = new QuoteQuery(parameters);
        String question = query.question();
        int limit = paging.limitOrDefault();
        Optional<DatedPosition> after = paging.cursorFor(question).map(DatedPosition::of);
        Function<DatedPosition, String> link =
                last -> NextLink.after(uri, last.cursor().encode(question));
        Optional<WordSearch> words = query.words();
        return words.isPresent()
                ? newestFirst.page(words.get(), after, limit).page(this::read, link)
                : page(query, after, limit, link);
    }

    private List<Quote> read(List<UUID> ids) {
        return database.list(QuoteQuery.byIds(ids), QuoteRows::withArticle);
    }

    private Page<Quote> page(
            QuoteQuery query, Optional<DatedPosition> after, int limit, Function<DatedPosition, String> link) {
        return Page.of(
                database.list(query.page(after, limit), QuoteRows::withArticle),
                limit,
                Total.of(database, query.all(), query.counted()),
                last -> link.apply(new DatedPosition(last.article().date(), last.id())));
    }
}
