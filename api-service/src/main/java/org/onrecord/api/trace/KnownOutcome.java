package org.onrecord.api.trace;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;

/** An outcome as the stages tell it; stage and reason in the words of the event. */
@Entity
@Immutable
@Table(name = "outcome")
public class KnownOutcome extends PanacheEntityBase {

    private static final Sort NEWEST_FIRST = Sort.descending("at", "outcomeId");

    @Id
    @Column(name = "outcome_id")
    public UUID outcomeId;

    @Column(name = "request_id")
    public UUID requestId;

    public String url;

    @Column(name = "url_key")
    public UUID urlKey;

    @Column(name = "article_id")
    public UUID articleId;

    public String version;
    public String stage;
    public String reason;
    public String detail;
    public Instant at;

    /** The newest outcomes of a request. */
    static List<KnownOutcome> ofRequest(UUID requestId, int most) {
        return KnownOutcome.<KnownOutcome>find("requestId", NEWEST_FIRST, requestId)
                .page(0, most)
                .list();
    }

    /** The newest outcomes for a URL, or for articles that are known under it. */
    static List<KnownOutcome> ofUrl(UUID urlKey, List<UUID> articleIds, int most) {
        if (articleIds.isEmpty()) {
            return KnownOutcome.<KnownOutcome>find("urlKey", NEWEST_FIRST, urlKey)
                    .page(0, most)
                    .list();
        }
        return KnownOutcome.<KnownOutcome>find("urlKey = ?1 or articleId in ?2", NEWEST_FIRST, urlKey, articleIds)
                .page(0, most)
                .list();
    }
}
