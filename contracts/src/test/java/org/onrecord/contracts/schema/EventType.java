package org.onrecord.contracts.schema;

import org.onrecord.contracts.Analysis;
import org.onrecord.contracts.Article;
import org.onrecord.contracts.FetchRequest;
import org.onrecord.contracts.Outcome;
import org.onrecord.contracts.Topics;

/** The events of the line: the record, the topic and the CloudEvents type of each. */
enum EventType {
    FETCH_REQUEST("fetch-request", FetchRequest.class, Topics.FETCH_REQUESTS, Topics.FETCH_REQUEST_TYPE),
    ARTICLE("article", Article.class, Topics.ARTICLES, Topics.ARTICLE_TYPE),
    ANALYSIS("analysis", Analysis.class, Topics.ANALYSES, Topics.ANALYSIS_TYPE),
    OUTCOME("outcome", Outcome.class, Topics.OUTCOMES, Topics.OUTCOME_TYPE);

    final String slug;
    final Class<?> type;
    final String topic;
    final String cloudEventsType;

    EventType(String slug, Class<?> type, String topic, String cloudEventsType) {
        this.slug = slug;
        this.type = type;
        this.topic = topic;
        this.cloudEventsType = cloudEventsType;
    }

    String schemaFile() {
        return slug + ".v1.json";
    }

    @Override
    public String toString() {
        return slug;
    }
}
