package org.onrecord.api.ingest;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

import org.onrecord.api.ingest.ArticleRows.Arrival;
import org.onrecord.api.ingest.ArticleRows.Current;
import org.onrecord.api.person.PeopleStore;
import org.onrecord.api.review.Overlay;
import org.onrecord.api.takedown.Erasures;
import org.onrecord.api.utterance.UtteranceStore;
import org.onrecord.contracts.Analysis;

/**
 * Keeps analyses. The rows depend on the set of analyses that were stored, and of what editors decided, alone, not on their order
 * or number. Thread-safe: analyses of one article wait for each other on its row.
 */
@ApplicationScoped
class AnalysisStore {
    /** What storing an analysis changed. */
    enum Stored {
        /** It is kept. */
        NEW,
        /** It was kept before, or a later telling of it was. */
        KNOWN,
        /** Nothing: its article was taken down, and its event is to be erased. */
        TAKEN_DOWN
    }

    private final Jdbi jdbi;
    private final ArticleRows articles;
    private final AnnotationRows annotations;
    private final Overlay overlay;
    private final QuoteLog log;

    AnalysisStore(Jdbi jdbi, ArticleRows articles, AnnotationRows annotations, Overlay overlay, QuoteLog log) {
        this.overlay = overlay;
        this.jdbi = jdbi;
        this.articles = articles;
        this.annotations = annotations;
        this.log = log;
    }

    /**
     * Stores an article, what was read in it, and what is current of it, in one transaction.
     *
     * @return what that changed
     * @throws org.jdbi.v3.core.JdbiException if the database refuses or is away; nothing is stored then
     */
    @Transactional
    Stored store(Analysis analysis) {
        return jdbi.withHandle(handle -> store(handle, analysis));
    }

    private Stored store(Handle handle, Analysis analysis) {
        UUID articleId = analysis.article().articleId();
        UUID analysisId = RowIds.analysis(analysis);
        Arrival arrival = articles.arrive(handle, analysis.article(), analysisId);
        if (arrival == Arrival.TAKEN_DOWN) {
            Erasures.want(handle, analysis.article());
            return Stored.TAKEN_DOWN;
        }
        boolean again = arrival == Arrival.AGAIN;
        if (again) {
            awaitSettling(handle, articleId);
            overlay.lift(handle, articleId);
        }
        boolean kept = annotations.keep(handle, analysisId, analysis);
        Current current = again ? articles.settle(handle, articleId) : Current.first(analysis.article(), analysisId);
        if (kept) {
            if (again) {
                annotations.clear(handle, analysisId);
            }
            annotations.insert(handle, analysisId, analysis, current);
        }
        if (again) {
            articles.settleQuotes(handle, articleId);
            overlay.lay(handle, articleId);
        }
        awaitSettling(handle, articleId);
        log.add(handle, analysis.article(), analysisId, again);
        return kept ? Stored.NEW : Stored.KNOWN;
    }

    private static void awaitSettling(Handle handle, UUID articleId) {
        PeopleStore.awaitSettling(handle, articleId);
        UtteranceStore.awaitSettling(handle, articleId);
    }
}
