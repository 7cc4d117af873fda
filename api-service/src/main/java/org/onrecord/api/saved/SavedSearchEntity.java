package org.onrecord.api.saved;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** The row of a saved search. */
@Entity
@Table(name = "saved_search")
public class SavedSearchEntity extends PanacheEntityBase {
    @Id
    @Column(name = "search_id")
    public UUID searchId;

    public UUID owner;

    public String name;

    public String query;

    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "changed_at")
    public Instant changedAt;
}
