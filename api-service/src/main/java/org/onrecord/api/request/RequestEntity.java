package org.onrecord.api.request;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

import org.onrecord.api.trace.UrlKey;

/** The row of something that was asked for through this service. */
@Entity
@Table(name = "request")
public class RequestEntity extends PanacheEntityBase {
    @Id
    @Column(name = "request_id")
    public UUID requestId;

    public String url;

    @Column(name = "url_key")
    public UUID urlKey;

    public String kind;

    @Column(name = "requested_at")
    public Instant requestedAt;

    static RequestEntity of(UUID requestId, String url, String kind, Instant requestedAt) {
        RequestEntity request = new RequestEntity();
        request.requestId = requestId;
        request.url = url;
        request.urlKey = url == null ? null : UrlKey.of(url);
        request.kind = kind;
        request.requestedAt = requestedAt;
        return request;
    }
}
