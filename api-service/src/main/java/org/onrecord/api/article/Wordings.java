package org.onrecord.api.article;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.onrecord.api.article.ArticleDiff.Change;
import org.onrecord.api.article.ArticleDiff.Passage;
import org.onrecord.api.article.ArticleDiff.Wording;
import org.onrecord.api.database.Replicated;
import org.onrecord.chassis.problem.ProblemException;
import org.onrecord.chassis.problem.ProblemType;
import org.onrecord.contracts.Field;
import org.onrecord.contracts.Span;
import org.onrecord.database.Database;
import org.onrecord.database.Sql;

/** Compares the wordings of an article. Thread-safe. */
@ApplicationScoped
class Wordings {

    private record Words(Wording wording, String text) {}

    private final Database database;

    Wordings(@Replicated Database database) {
        this.database = database;
    }

    /**
     * @param from version of the wording before; null for the one before the other
     * @param to version of the wording after; null for the current one
     * @throws ProblemException if there is no such wording
     */
    ArticleDiff compare(CurrentArticle current, @Nullable String from, @Nullable String to) {
        List<Wording> newestFirst = wordings(current.articleId());
        int after = to == null
                ? position(newestFirst, current.version(), current.extractor())
                : position(newestFirst, to, null);
        int before = from == null ? other(newestFirst, after) : position(newestFirst, from, null);
        if (after < 0 || before < 0) {
            throw new ProblemException(
                    ProblemType.NOT_FOUND,
                    newestFirst.size() == 1
                            ? "The article has one wording alone: there is nothing to compare it with."
                            : "The article has no such wording; /v1/articles/{id} lists its versions.");
        }
        Words old = words(current.articleId(), newestFirst.get(before));
        Words now = words(current.articleId(), newestFirst.get(after));
        List<Change> changes = new ArrayList<>();
        if (!old.wording().title().equals(now.wording().title())) {
            changes.add(new Change(title(old.wording()), title(now.wording())));
        }
        changes.addAll(Paragraphs.compare(old.text(), now.text()));
        return new ArticleDiff(current.articleId(), old.wording(), now.wording(), changes);
    }

    private static Passage title(Wording wording) {
        return new Passage(new Span(Field.TITLE, 0, wording.title().length()), wording.title());
    }

    private static int position(List<Wording> wordings, String version, @Nullable String extractor) {
        for (int i = 0; i < wordings.size(); i++) {
            Wording wording = wordings.get(i);
            if (wording.version().equals(version)
                    && (extractor == null || wording.extractor().equals(extractor))) {
                return i;
            }
        }
        return -1;
    }

    /** The newest wording with other words that was seen before. */
    private static int other(List<Wording> wordings, int than) {
        if (than < 0) {
            return -1;
        }
        String version = wordings.get(than).version();
        for (int i = than + 1; i < wordings.size(); i++) {
            if (!wordings.get(i).version().equals(version)) {
                return i;
            }
        }
        return -1;
    }

    private List<Wording> wordings(UUID articleId) {
        return database.list(
                new Sql().add("""
                        SELECT version, extractor, fetched_at, title FROM article_version WHERE article_id = ?
                        ORDER BY fetched_at DESC, version, extractor""", articleId),
                row -> new Wording(
                        row.getColumn("version", String.class),
                        row.getColumn("extractor", String.class),
                        row.getColumn("fetched_at", Instant.class),
                        row.getColumn("title", String.class)));
    }

    private Words words(UUID articleId, Wording wording) {
        return database.first(
                        new Sql()
                                .add(
                                        "SELECT text FROM article_version WHERE article_id = ? AND version = ? AND extractor = ?",
                                        articleId,
                                        wording.version(),
                                        wording.extractor()),
                        row -> new Words(wording, row.getColumn("text", String.class)))
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND, "The article was taken away while it was compared."));
    }
}
