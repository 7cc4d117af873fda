package org.onrecord.api.ingest;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

import org.onrecord.api.trace.UrlKey;
import org.onrecord.contracts.Article;

/** The rows of an article itself: when it was seen, its versions, its URLs, and which of all that is current. */
@ApplicationScoped
class ArticleRows {
    /** What {@link #SETTLE_ARTICLE} would make of it, written at once: most articles come once. */
    private static final String CREATE = """
            INSERT INTO article (article_id, first_seen_at, last_seen_at, version, extractor, analysis_id, url, site, title,
                language, fingerprint, published_at, dated_at, search, etag)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, words_of(?), md5(?::text || ? || ?::uuid || ?::timestamptz))
            ON CONFLICT (article_id) DO NOTHING
            """;

    private static final String LOCK = "SELECT taken_down_at IS NULL FROM article WHERE article_id = ? FOR UPDATE";
    private static final String OBSERVE = """
            INSERT INTO observation (observation_id, article_id, fetched_at, version, extractor, request_id)
            VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (observation_id) DO UPDATE
            SET request_id = least(observation.request_id, excluded.request_id)
            """;
    private static final String KEEP_VERSION = """
            INSERT INTO article_version (article_id, version, extractor, fetched_at, digest, url, canonical_url, site,
                site_name, title, authors, published_at, modified_at, section, language, lead_image, text, blocks, removed,
                evidence, archive_record_id, rights, fingerprint, partial)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?, ?::jsonb, ?, ?)
            ON CONFLICT (article_id, version, extractor) DO UPDATE SET
                fetched_at = excluded.fetched_at, digest = excluded.digest, url = excluded.url,
                canonical_url = excluded.canonical_url, site = excluded.site, site_name = excluded.site_name,
                title = excluded.title, authors = excluded.authors, published_at = excluded.published_at,
                modified_at = excluded.modified_at, section = excluded.section, language = excluded.language,
                lead_image = excluded.lead_image, text = excluded.text, blocks = excluded.blocks,
                removed = excluded.removed, evidence = excluded.evidence, archive_record_id = excluded.archive_record_id,
                rights = excluded.rights, fingerprint = excluded.fingerprint, partial = excluded.partial
            WHERE (excluded.fetched_at, excluded.digest) > (article_version.fetched_at, article_version.digest)
            """;
    private static final String ADD_URL = "INSERT INTO article_url (article_id, url_key, url) VALUES (?, ?, ?)"
            + " ON CONFLICT (article_id, url_key) DO UPDATE SET url = least(article_url.url, excluded.url)";

    /**
     * The observation that is current is the last one; of the analyses of its words the one of the newest analyser
     * counts, whenever it was made, so that a late replica of the version before does not undo an upgrade. Last ties are
     * broken by names, byte by byte, so that every database breaks them alike.
     */
    private static final String SETTLE_ARTICLE = """
            WITH seen AS (
                SELECT min(fetched_at) AS first_at, max(fetched_at) AS last_at FROM observation WHERE article_id = ?
            ), latest AS (
                SELECT version, extractor FROM observation WHERE article_id = ?
                ORDER BY fetched_at DESC, version_rank(extractor) DESC, extractor COLLATE "C" DESC,
                    version COLLATE "C" DESC LIMIT 1
            ), read AS (
                SELECT analysis_id FROM analysis JOIN latest USING (version, extractor) WHERE article_id = ?
                ORDER BY version_rank(analyser) DESC, analysed_at DESC, analyser COLLATE "C" DESC LIMIT 1
            )
            UPDATE article SET first_seen_at = seen.first_at, last_seen_at = seen.last_at, version = current.version,
                extractor = current.extractor, analysis_id = (SELECT analysis_id FROM read), url = current.url,
                site = current.site, title = current.title, language = current.language,
                fingerprint = current.fingerprint, published_at = current.published_at, dated_at = coalesce(current.published_at, seen.first_at),
                changed_at = CASE WHEN (article.version, article.extractor, article.analysis_id, article.url, article.site,
                        article.title, article.language, article.published_at)
                    IS DISTINCT FROM (current.version, current.extractor, (SELECT analysis_id FROM read), current.url,
                        current.site, current.title, current.language, current.published_at)
                    THEN clock_timestamp() ELSE article.changed_at END,
                search = words_of(current.title || ' ' || current.text),
                etag = md5(current.digest || current.extractor || (SELECT analysis_id FROM read) || seen.last_at)
            FROM seen, latest JOIN article_version current USING (version, extractor)
            WHERE article.article_id = ? AND current.article_id = article.article_id
            RETURNING article.analysis_id, article.dated_at
            """;

    private static final String SETTLE_QUOTES = """
            UPDATE quote SET current = (quote.analysis_id = article.analysis_id), dated_at = article.dated_at,
                changed_at = clock_timestamp()
            FROM article WHERE article.article_id = ? AND quote.article_id = article.article_id
                AND (current <> (quote.analysis_id = article.analysis_id) OR quote.dated_at <> article.dated_at)
            """;

    private static final String SETTLE_NAMES = """
            UPDATE quote_name SET current = (quote.analysis_id = article.analysis_id), dated_at = article.dated_at
            FROM article, quote WHERE article.article_id = ? AND quote.article_id = article.article_id
                AND quote_name.analysis_id = quote.analysis_id AND quote_name.quote_id = quote.quote_id
                AND (quote.current <> (quote.analysis_id = article.analysis_id) OR quote.dated_at <> article.dated_at)
            """;

    private final EventJson json;

    ArticleRows(EventJson json) {
        this.json = json;
    }

    /** How an article comes. */
    enum Arrival {
        /** Nothing was kept of it. */
        FIRST,
        AGAIN,
        /** It is not to be stored. */
        TAKEN_DOWN
    }

    /**
     * Makes the article's row if it is new and holds it until the transaction ends; keeps that it was seen, the words it had, and
     * the URLs it goes by, unless it was taken down.
     *
     * @param analysisId of the analysis that it comes with
     */
    Arrival arrive(Handle handle, Article article, UUID analysisId) {
        String digest = json.digest(article);
        Arrival arrival =
                create(handle, article, analysisId, digest) ? Arrival.FIRST : again(handle, article.articleId());
        if (arrival != Arrival.TAKEN_DOWN) {
            observe(handle, article, digest);
        }
        return arrival;
    }

    private static boolean create(Handle handle, Article article, UUID analysisId, String digest) {
        return handle.execute(
                        CREATE,
                        article.articleId(),
                        article.fetchedAt(),
                        article.fetchedAt(),
                        article.version(),
                        article.extractor(),
                        analysisId,
                        article.url(),
                        article.site(),
                        article.title(),
                        article.language(),
                        fingerprint(article),
                        article.publishedAt(),
                        datedAt(article),
                        article.title() + " " + article.text(),
                        digest,
                        article.extractor(),
                        analysisId,
                        article.fetchedAt())
                > 0;
    }

    private static Arrival again(Handle handle, UUID articleId) {
        boolean isOpen =
                handle.select(LOCK, articleId).mapTo(Boolean.class).findOne().orElse(false);
        return isOpen ? Arrival.AGAIN : Arrival.TAKEN_DOWN;
    }

    private void observe(Handle handle, Article article, String digest) {
        handle.execute(
                OBSERVE,
                RowIds.observation(article),
                article.articleId(),
                article.fetchedAt(),
                article.version(),
                article.extractor(),
                article.requestId());
        handle.execute(
                KEEP_VERSION,
                article.articleId(),
                article.version(),
                article.extractor(),
                article.fetchedAt(),
                digest,
                article.url(),
                article.canonicalUrl(),
                article.site(),
                article.siteName(),
                article.title(),
                json.write(article.authors()),
                article.publishedAt(),
                article.modifiedAt(),
                article.section(),
                article.language(),
                article.leadImage(),
                article.text(),
                json.write(article.blocks()),
                json.write(article.removed()),
                json.write(article.evidence()),
                article.archiveRecordId(),
                article.rights() == null ? null : json.write(article.rights()),
                fingerprint(article),
                article.partial());
        for (String url : urls(article)) {
            handle.execute(ADD_URL, article.articleId(), UrlKey.of(url), url);
        }
    }

    /** What is current of an article, and the date by which it is found. */
    record Current(UUID analysisId, Instant datedAt) {
        /** Of an article that came for the first time: all there is. */
        static Current first(Article article, UUID analysisId) {
            return new Current(analysisId, ArticleRows.datedAt(article));
        }
    }

    /** Brings what is current of the article itself up to date with what is kept. */
    Current settle(Handle handle, UUID articleId) {
        return handle.select(SETTLE_ARTICLE, articleId, articleId, articleId, articleId)
                .map(row ->
                        new Current(row.getColumn("analysis_id", UUID.class), row.getColumn("dated_at", Instant.class)))
                .one();
    }

    /** Brings the quotes of its other analyses, or of its other date, up to date with it. */
    void settleQuotes(Handle handle, UUID articleId) {
        handle.execute(SETTLE_NAMES, articleId);
        handle.execute(SETTLE_QUOTES, articleId);
    }

    private static Instant datedAt(Article article) {
        return article.publishedAt() == null ? article.fetchedAt() : article.publishedAt();
    }

    private static @Nullable Long fingerprint(Article article) {
        return article.fingerprint() == null ? null : Long.parseUnsignedLong(article.fingerprint(), 16);
    }

    private static Iterable<String> urls(Article article) {
        return Stream.of(article.requestedUrl(), article.url(), article.canonicalUrl())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
