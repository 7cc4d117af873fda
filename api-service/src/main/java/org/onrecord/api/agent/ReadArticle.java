package org.onrecord.api.agent;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

import org.onrecord.api.article.Article;
import org.onrecord.api.quote.Quote;
import org.onrecord.database.StoredJson;

/**
 * An article for an agent, which pays for each word that it reads: its text and its statements, without each mention of each name.
 *
 * @param text the first {@value #MOST} characters of it
 * @param textLength of the whole text
 */
@RegisterForReflection
record ReadArticle(
        UUID id,
        String title,
        @Nullable String url,
        @Nullable String site,
        StoredJson authors,
        Instant date,
        String language,
        int textLength,
        String text,
        List<Quote> quotes) {

    static final int MOST = 50_000;

    static ReadArticle of(Article article) {
        String text = article.text();
        return new ReadArticle(
                article.id(),
                article.title(),
                article.url(),
                article.site(),
                article.authors(),
                article.date(),
                article.language(),
                text.length(),
                text.length() <= MOST ? text : text.substring(0, whole(text)),
                article.quotes());
    }

    /** No half of a pair of surrogates. */
    private static int whole(String text) {
        return Character.isHighSurrogate(text.charAt(MOST - 1)) ? MOST - 1 : MOST;
    }
}
