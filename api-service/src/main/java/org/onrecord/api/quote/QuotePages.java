package org.onrecord.api.quote;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.RestResponse;

import org.onrecord.api.database.Database;
import org.onrecord.api.page.DatedPosition;
import org.onrecord.api.page.NextLink;
import org.onrecord.api.page.Page;
import org.onrecord.api.parameter.Paging;

/** Answers questions for quotes page by page, newest first. Thread-safe. */
@ApplicationScoped
class QuotePages {

    private final Database database;
    private final QuoteRows rows;

    QuotePages(Database database, QuoteRows rows) {
        this.database = database;
        this.rows = rows;
    }

    RestResponse<Page<Quote>> answer(QuoteParameters parameters, Paging paging, UriInfo uri) {
        QuoteQuery query = new QuoteQuery(parameters);
        String question = query.question();
        int limit = paging.limitOrDefault();
        List<Quote> found =
                database.list(query.page(paging.cursorFor(question).map(DatedPosition::of), limit), rows::withArticle);
        return Page.of(
                        found,
                        limit,
                        database.count(query.all()),
                        last -> NextLink.after(
                                uri,
                                new DatedPosition(last.article().date(), last.id())
                                        .cursor()
                                        .encode(question)))
                .response();
    }
}
