package org.onrecord.contracts;

import java.util.List;

/**
 * The Kafka topics of the line and the CloudEvents type that each carries. Events travel in CloudEvents binary mode:
 * the attributes are record headers ({@code ce_type}, {@code ce_id} …), the record value is the JSON of the event.
 */
public final class Topics {
    /** Requests to fetch a URL; key: the host of the URL. */
    public static final String FETCH_REQUESTS = "fetch-requests";
    /**
     * Cleaned articles; key: id of the article, its version and the request, divided by {@code /}. A record without a value
     * says that what had its key was erased, since its article was taken down.
     */
    public static final String ARTICLES = "articles";
    /** Articles with their annotations; keys and erasures as in {@link #ARTICLES}. */
    public static final String ANALYSES = "analyses";
    /** What became of each URL at each stage; key: {@link Outcome#url()}, or the request where there is no URL. */
    public static final String OUTCOMES = "outcomes";

    /** What each consumer could not take, with the cause in the record's headers; one topic a consumer. */
    public static final String SCRAPER_FETCH_REQUESTS_DEAD_LETTER = "scraper-fetch-requests-dead-letter";

    public static final String NLP_ARTICLES_DEAD_LETTER = "nlp-articles-dead-letter";
    public static final String API_ANALYSES_DEAD_LETTER = "api-analyses-dead-letter";
    public static final String API_OUTCOMES_DEAD_LETTER = "api-outcomes-dead-letter";

    /** Those that hold the words of articles: compacted, so that the broker erases what was taken down. */
    public static final List<String> ERASABLE =
            List.of(ARTICLES, ANALYSES, NLP_ARTICLES_DEAD_LETTER, API_ANALYSES_DEAD_LETTER);

    public static final String FETCH_REQUEST_TYPE = "org.onrecord.fetch-request.v1";
    public static final String ARTICLE_TYPE = "org.onrecord.article.v1";
    public static final String ANALYSIS_TYPE = "org.onrecord.analysis.v1";
    public static final String OUTCOME_TYPE = "org.onrecord.outcome.v1";

    private Topics() {}
}
