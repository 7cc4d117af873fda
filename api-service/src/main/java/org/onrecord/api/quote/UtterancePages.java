package org.onrecord.api.quote;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;

import org.onrecord.api.database.Replicated;
import org.onrecord.api.page.DatedPosition;
import org.onrecord.api.page.NextLink;
import org.onrecord.api.page.Page;
import org.onrecord.api.page.Total;
import org.onrecord.api.parameter.Paging;
import org.onrecord.chassis.problem.ProblemException;
import org.onrecord.chassis.problem.ProblemType;
import org.onrecord.database.Database;

/** All places that printed an utterance, page by page, the oldest first. Thread-safe. */
@ApplicationScoped
public class UtterancePages {

    private final Database database;

    UtterancePages(@Replicated Database database) {
        this.database = database;
    }

    /**
     * @param uri what was asked: the link to the next page is the same with another cursor
     * @throws ProblemException if no quote is of this utterance
     */
    public Page<Quote> page(UUID id, StanceParameters parameters, Paging paging, UriInfo uri) {
        String question = "utterance\n" + id + (parameters.stance == null ? "" : "\n" + parameters.stance);
        Stances stances = parameters.stances();
        int limit = paging.limitOrDefault();
        List<Quote> found = database.list(
                QuoteQuery.ofUtterance(id, stances, paging.cursorFor(question).map(DatedPosition::of), limit),
                QuoteRows::withArticle);
        if (found.isEmpty() && paging.cursor == null) {
            throw new ProblemException(
                    ProblemType.NOT_FOUND,
                    "No quote of a current article is of this utterance, or none of the stances that are asked for. See /v1/quotes.");
        }
        return Page.of(
                found,
                limit,
                Total.of(database, QuoteQuery.ofUtterance(id, stances)),
                last -> NextLink.after(
                        uri,
                        new DatedPosition(last.article().date(), last.id())
                                .cursor()
                                .encode(question)));
    }
}
