package org.onrecord.api.alert;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.DynamicUpdate;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** The row of an alert, as far as its owner sees and changes it. Only what was changed is written: the sender writes others. */
@Entity
@Table(name = "alert")
@DynamicUpdate
public class AlertEntity extends PanacheEntityBase {
    @Id
    @Column(name = "alert_id")
    public UUID alertId;

    @Column(name = "search_id")
    public UUID searchId;

    public String url;

    public String email;

    public String period;

    public byte[] secret;

    @Column(name = "previous_secret")
    public byte[] previousSecret;

    @Column(name = "previous_until")
    public Instant previousUntil;

    public String state;

    @Column(name = "disabled_reason")
    public String disabledReason;

    @Column(name = "created_at")
    public Instant createdAt;

    public Instant since;

    @Column(name = "failing_since")
    public Instant failingSince;

    public int failures;

    @Column(name = "next_try_at")
    public Instant nextTryAt;
}
