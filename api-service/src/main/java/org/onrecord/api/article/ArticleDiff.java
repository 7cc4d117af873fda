package org.onrecord.api.article;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

import org.onrecord.contracts.Span;

/**
 * What is different between two wordings of an article, paragraph by paragraph. Offsets are UTF-16 units of the wording's own
 * title or text, half open.
 *
 * @param articleId the article
 * @param from the wording before
 * @param to the wording after
 * @param changes in the order of the text; what is alike in both is left out
 */
@RegisterForReflection
public record ArticleDiff(UUID articleId, Wording from, Wording to, List<Change> changes) {

    /**
     * @param version hash of title and text
     * @param extractor that read the page
     * @param fetchedAt when it was seen last
     * @param title of that wording
     */
    @RegisterForReflection
    public record Wording(String version, String extractor, Instant fetchedAt, String title) {}

    /**
     * A paragraph that is other words now, new, or gone.
     *
     * @param before null if it is new
     * @param after null if it is gone
     */
    @RegisterForReflection
    public record Change(@Nullable Passage before, @Nullable Passage after) {}

    /**
     * @param span where it stands
     * @param text the words there
     */
    @RegisterForReflection
    public record Passage(Span span, String text) {}
}
