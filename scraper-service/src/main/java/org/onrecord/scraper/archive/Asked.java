package org.onrecord.scraper.archive;

import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.quarkus.runtime.annotations.RegisterForReflection;

import org.onrecord.contracts.Article;
import org.onrecord.contracts.Rights;

/**
 * What an article's event says that its page does not: kept beside the reading, so that the event can be made again.
 *
 * @param requestId the request that it answered
 * @param requestedUrl the URL as asked for
 * @param rights what its site said of its use, robots.txt included
 */
@RegisterForReflection
record Asked(
        UUID requestId,
        @Nullable String requestedUrl,
        @Nullable Rights rights) {

    /** A header of a record has one line, in any charset. */
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    static Asked of(Article article) {
        return new Asked(article.requestId(), article.requestedUrl(), article.rights());
    }

    String text() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a plain record", e);
        }
    }

    /** Empty if it is none, as a later version may write. */
    static Optional<Asked> parse(String text) {
        try {
            return Optional.of(JSON.readValue(text, Asked.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
