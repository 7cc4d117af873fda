package org.onrecord.scraper.takedown;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

import org.onrecord.contracts.Article;
import org.onrecord.contracts.Outcome;
import org.onrecord.contracts.OutcomeReason;
import org.onrecord.contracts.Stage;
import org.onrecord.scraper.archive.Archive;
import org.onrecord.scraper.article.Reading;
import org.onrecord.scraper.article.ScraperOutcomes;
import org.onrecord.scraper.database.InTurn;
import org.onrecord.scraper.extract.ExtractedArticle;
import org.onrecord.scraper.extract.Extraction;
import org.onrecord.scraper.identity.ArticleIdentity;
import org.onrecord.scraper.identity.CanonicalUrl;
import org.onrecord.scraper.identity.PageId;

/** Knows what was taken down, for all replicas. Thread-safe. */
@ApplicationScoped
public class Takedowns {

    private static final String DETAIL = "taken down; it is not read again";

    private final Jdbi jdbi;
    private final InTurn inTurn;
    private final Archive archive;

    Takedowns(Jdbi jdbi, InTurn inTurn, Archive archive) {
        this.jdbi = jdbi;
        this.inTurn = inTurn;
        this.archive = archive;
    }

    /**
     * Never reads an article again, and erases from the archive what was fetched for it. May be repeated.
     *
     * @throws org.jdbi.v3.core.JdbiException if the database did not take it
     * @throws org.onrecord.scraper.archive.ArchiveAwayException if something of it may be left in the archive
     */
    void take(UUID articleId, List<String> urls) {
        jdbi.useTransaction(handle -> remember(handle, articleId, urls));
        archive.erase(urls);
    }

    private static void remember(Handle handle, UUID articleId, List<String> urls) {
        handle.execute("INSERT INTO taken_down (article_id) VALUES (?) ON CONFLICT DO NOTHING", articleId);
        for (String url : urls) {
            handle.execute(
                    "INSERT INTO taken_down_page (page_id, article_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
                    PageId.of(url),
                    articleId);
        }
    }

    /** What is said to who asks for a page that led to an article that was taken down; empty for any other page. */
    public Optional<Reading> refusal(UUID requestId, String url) {
        return refuses(url)
                ? Optional.of(Reading.ended(ScraperOutcomes.of(
                        requestId, Optional.of(url), Stage.FETCH, OutcomeReason.TAKEN_DOWN, DETAIL, Instant.now())))
                : Optional.empty();
    }

    /** Whether a page led to an article that was taken down. */
    public boolean refuses(String url) {
        return isKnown("SELECT 1 FROM taken_down_page WHERE page_id = ?", PageId.of(url));
    }

    /** Whether what was read on a page is an article that was taken down, under whatever address it came back. */
    public boolean refuses(URI url, Extraction extraction) {
        return extraction instanceof ExtractedArticle read
                && isTakenDown(ArticleIdentity.of(
                                Optional.of(CanonicalUrl.of(url, read.canonicalUrl())), read.title(), read.text())
                        .articleId());
    }

    /** A reading as it is, but without an article that was taken down and came back under another address. */
    public Reading respected(Reading reading) {
        return reading.article()
                .filter(article -> isTakenDown(article.articleId()))
                .map(article -> without(article, reading))
                .orElse(reading);
    }

    private Reading without(Article article, Reading reading) {
        take(
                article.articleId(),
                Stream.of(article.requestedUrl(), article.url(), article.canonicalUrl())
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
        List<Outcome> outcomes =
                new ArrayList<>(reading.outcomes().subList(0, reading.outcomes().size() - 1));
        outcomes.add(ScraperOutcomes.of(
                article.requestId(),
                Optional.ofNullable(article.requestedUrl()),
                Stage.EXTRACT,
                OutcomeReason.TAKEN_DOWN,
                DETAIL,
                article.fetchedAt()));
        return new Reading(Optional.empty(), outcomes);
    }

    private boolean isTakenDown(UUID articleId) {
        return isKnown("SELECT 1 FROM taken_down WHERE article_id = ?", articleId);
    }

    private boolean isKnown(String query, UUID id) {
        return inTurn.withHandle(handle ->
                handle.select(query, id).mapTo(Integer.class).findFirst().isPresent());
    }
}
