package org.onrecord.api.ingest;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.onrecord.api.ingest.ArticleRows.Arrival;
import org.onrecord.api.person.PeopleStore;
import org.onrecord.api.utterance.UtteranceStore;
import org.onrecord.contracts.Analysis;

/**
 * Keeps analyses. The rows depend on the set of analyses that were stored alone, not on their order or number. Thread-
 * safe: analyses of one article wait for each other on its row.
 */
@ApplicationScoped
class AnalysisStore {
    /** What storing an analysis changed. */
    enum Stored {
        /** It is kept. */
        NEW,
        /** It was kept before, or a later telling of it was. */
        KNOWN,
        /** Nothing: its article was taken down. */
        TAKEN_DOWN
    }

    private final DataSource database;
    private final ArticleRows articles;
    private final AnnotationRows annotations;
    private final QuoteLog log;

    AnalysisStore(DataSource database, ArticleRows articles, AnnotationRows annotations, QuoteLog log) {
        this.database = database;
        this.articles = articles;
        this.annotations = annotations;
        this.log = log;
    }

    /**
     * Stores an article, what was read in it, and what is current of it, in one transaction.
     *
     * @return what that changed
     * @throws StorageException if the database refuses or is away; nothing is stored then
     */
    @Transactional
    Stored store(Analysis analysis) {
        try (Connection connection = database.getConnection()) {
            Arrival arrival = articles.arrive(connection, analysis.article());
            if (arrival == Arrival.TAKEN_DOWN) {
                return Stored.TAKEN_DOWN;
            }
            boolean again = arrival == Arrival.AGAIN;
            articles.observe(connection, analysis.article());
            UUID articleId = analysis.article().articleId();
            UUID analysisId = RowIds.analysis(analysis);
            if (again) {
                awaitSettling(connection, articleId);
            }
            boolean kept = annotations.keep(connection, analysisId, analysis);
            ArticleRows.Current current = articles.settle(connection, articleId);
            if (kept) {
                if (again) {
                    annotations.clear(connection, analysisId);
                }
                annotations.insert(connection, analysisId, analysis, current);
            }
            awaitSettling(connection, articleId);
            if (again) {
                articles.settleQuotes(connection, articleId);
            }
            log.add(connection, analysis.article());
            return kept ? Stored.NEW : Stored.KNOWN;
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    private static void awaitSettling(Connection connection, UUID articleId) throws SQLException {
        PeopleStore.awaitSettling(connection, articleId);
        UtteranceStore.awaitSettling(connection, articleId);
    }
}
