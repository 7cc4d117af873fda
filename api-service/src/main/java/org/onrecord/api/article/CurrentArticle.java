package org.onrecord.api.article;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Immutable;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** Which wording and which analysis of an article is current. */
@Entity
@Immutable
@Table(name = "article")
public class CurrentArticle extends PanacheEntityBase {

    @Id
    @Column(name = "article_id")
    public UUID articleId;

    @Column(name = "first_seen_at")
    public Instant firstSeenAt;

    public String version;
    public String extractor;

    @Column(name = "analysis_id")
    public UUID analysisId;

    @Column(name = "dated_at")
    public Instant datedAt;

    public String etag;

    /** Who its people are may change with what other articles say of them. */
    @Formula("(SELECT md5(string_agg(cast(e.entity_id AS text), '' ORDER BY e.entity_no)) FROM entity e"
            + " WHERE e.analysis_id = analysis_id)")
    public String identities;

    /** Empty before its first version is stored. */
    static Optional<CurrentArticle> of(UUID articleId) {
        return CurrentArticle.<CurrentArticle>findByIdOptional(articleId).filter(article -> article.version != null);
    }
}
