package org.onrecord.api.article;

import jakarta.ws.rs.core.EntityTag;

/** Tells one state of an article's answer from another. */
final class ArticleTag {

    /** Another number whenever the answer says the same in another form. */
    private static final int FORM = 2;

    private ArticleTag() {}

    /** Weak (RFC 9110, 8.8.1): compressed and plain answers share it. */
    static EntityTag of(CurrentArticle article) {
        String state = article.etag() == null ? article.version() + "-" + article.analysisId() : article.etag();
        String reviews = article.reviews() == null ? "" : "-" + article.reviews();
        return new EntityTag(
                state + "-" + article.identities() + "-" + article.utterances() + "-" + FORM + reviews, true);
    }
}
