package org.onrecord.api.trace;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;

/** What was asked for through this service. */
@Entity
@Immutable
@Table(name = "request")
public class KnownRequest extends PanacheEntityBase {

    @Id
    @Column(name = "request_id")
    public UUID requestId;

    public String url;

    @Column(name = "url_key")
    public UUID urlKey;

    @Column(name = "requested_at")
    public Instant requestedAt;

    /** The newest request for a URL. */
    static Optional<KnownRequest> newestFor(UUID urlKey) {
        return find("urlKey", Sort.descending("requestedAt", "requestId"), urlKey)
                .firstResultOptional();
    }
}
