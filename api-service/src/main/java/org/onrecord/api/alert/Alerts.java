package org.onrecord.api.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.onrecord.api.page.Horizon;
import org.onrecord.api.saved.SavedSearches;
import org.onrecord.chassis.problem.ProblemException;
import org.onrecord.chassis.problem.ProblemType;
import org.onrecord.egress.GuardedHttpClient;

/** Keeps alerts; everybody sees those of their own searches. To be asked while a request is answered. Blocks; thread-safe. */
@ApplicationScoped
public class Alerts {

    private static final int MOST_OF_A_KEY = 200;
    private static final int MOST_BY_MAIL = 20;
    private static final int LONGEST_URL = 2000;
    private static final Set<String> PERIODS = Set.of("hourly", "daily");
    private static final String OF_OWNER =
            "searchId in (select s.searchId from SavedSearchEntity s where s.owner = ?1)";

    /** The Standard Webhooks specification leaves it open; a day is enough to change a receiver. */
    private static final Duration BOTH_SECRETS = Duration.ofDays(1);

    private final SavedSearches searches;
    private final Horizon horizon;
    private final GuardedHttpClient egress;
    private final Mailings mailings;

    Alerts(SavedSearches searches, Horizon horizon, GuardedHttpClient egress, Mailings mailings) {
        this.searches = searches;
        this.horizon = horizon;
        this.egress = egress;
        this.mailings = mailings;
    }

    /** Whether there can be alerts by mail here. */
    public boolean sendsMail() {
        return mailings.isOn();
    }

    /** Those of the key that asks, the oldest first. */
    @Transactional
    public List<Alert> list() {
        return AlertEntity.<AlertEntity>list(OF_OWNER + " order by createdAt, alertId", searches.owner()).stream()
                .map(Alert::of)
                .toList();
    }

    /** @throws ProblemException if the key that asks has no such alert */
    @Transactional
    public Alert get(UUID id) {
        return Alert.of(own(id));
    }

    /**
     * Makes an alert; what is stored from now on is told of.
     *
     * @return with its secret, if it is told a URL
     * @throws ProblemException if nothing can be sent there, there is no such search, or the key that asks has too many
     */
    @Transactional
    public Alert make(NewAlert alert) {
        UUID search = alert.search()
                .orElseThrow(() -> ProblemException.invalid("search", "must be given: the id of a saved search"));
        searches.get(search);
        if (alert.url().isPresent() == alert.email().isPresent()) {
            throw ProblemException.invalid(
                    "url", "must be given, where deliveries are sent, or else email: one of both");
        }
        if (AlertEntity.count(OF_OWNER, searches.owner()) >= MOST_OF_A_KEY) {
            throw new ProblemException(
                    ProblemType.TOO_MUCH_AT_ONCE,
                    "A key may have " + MOST_OF_A_KEY + " alerts: delete one that is no longer needed.");
        }
        AlertEntity row = new AlertEntity();
        row.alertId = UUID.randomUUID();
        row.searchId = search;
        SigningSecret secret = alert.url().isPresent() ? byUrl(row, alert) : byMail(row, alert);
        row.createdAt = now();
        activate(row);
        row.persist();
        return Alert.of(row, secret);
    }

    private SigningSecret byUrl(AlertEntity row, NewAlert alert) {
        if (alert.every().isPresent()) {
            throw ProblemException.invalid("every", "goes with email alone: a url is sent each statement at once");
        }
        SigningSecret secret = SigningSecret.random();
        row.url = checkedUrl(alert.url().orElseThrow());
        row.secret = secret.bytes();
        return secret;
    }

    /** @return null: mail is not signed */
    private @Nullable SigningSecret byMail(AlertEntity row, NewAlert alert) {
        row.email = checkedEmail(alert.email().orElseThrow());
        row.period = checkedPeriod(alert.every().orElse("daily"));
        if (AlertEntity.count(OF_OWNER + " and email is not null", searches.owner()) >= MOST_BY_MAIL) {
            throw new ProblemException(
                    ProblemType.TOO_MUCH_AT_ONCE,
                    "A key may have " + MOST_BY_MAIL + " alerts by mail: delete one that is no longer needed.");
        }
        return null;
    }

    /** Changes what is given. @throws ProblemException if it cannot be so, or there is no such alert */
    @Transactional
    public Alert change(UUID id, AlertChange change) {
        AlertEntity row = own(id);
        change.url().ifPresent(url -> {
            requireWay("url", row.url);
            row.url = checkedUrl(url);
        });
        change.email().ifPresent(email -> {
            requireWay("email", row.email);
            row.email = checkedEmail(email);
        });
        change.every().ifPresent(every -> {
            requireWay("every", row.email);
            row.period = checkedPeriod(every);
        });
        change.state().ifPresent(state -> change(row, state));
        return Alert.of(row);
    }

    private static void requireWay(String field, @Nullable String way) {
        if (way == null) {
            throw ProblemException.invalid(
                    field, "cannot be given to this alert: it is told another way. Make one with " + field);
        }
    }

    private void change(AlertEntity row, String state) {
        switch (state) {
            case "active" -> {
                if (!row.state.equals("active")) {
                    activate(row);
                }
            }
            case "paused" -> {
                row.state = "paused";
                row.disabledReason = null;
            }
            default -> throw ProblemException.invalid("state", "must be active or paused");
        }
    }

    private void activate(AlertEntity row) {
        row.state = "active";
        row.disabledReason = null;
        row.failingSince = null;
        row.failures = 0;
        row.nextTryAt = now();
        // What is being stored at this moment is told of.
        row.since = horizon.now();
    }

    /**
     * Gives it another secret; deliveries are signed with both for a day.
     *
     * @return with the new secret
     * @throws ProblemException if there is no such alert
     */
    @Transactional
    public Alert rotate(UUID id) {
        AlertEntity row = own(id);
        if (row.secret == null) {
            throw ProblemException.invalid("id", "must be that of an alert with a url: mail is not signed");
        }
        SigningSecret secret = SigningSecret.random();
        row.previousSecret = row.secret;
        row.previousUntil = now().plus(BOTH_SECRETS);
        row.secret = secret.bytes();
        return Alert.of(row, secret);
    }

    /** Deletes it with its deliveries. @throws ProblemException if there is no such alert */
    @Transactional
    public void delete(UUID id) {
        own(id).delete();
    }

    private AlertEntity own(UUID id) {
        return AlertEntity.<AlertEntity>find(OF_OWNER + " and alertId = ?2", searches.owner(), id)
                .firstResultOptional()
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND, "This key has no alert of this id. See /v1/alerts."));
    }

    /** Looked at again when it is sent to: what a name server answers changes. */
    private String checkedUrl(String typed) {
        String url = typed.strip();
        if (url.length() > LONGEST_URL) {
            throw ProblemException.invalid("url", "must be at most " + LONGEST_URL + " characters");
        }
        egress.refusal(url).ifPresent(why -> {
            throw ProblemException.invalid("url", "must be one that can be sent to: " + why);
        });
        return url;
    }

    /** Looked at again when it is sent to: the operator may have other wishes by then. */
    private String checkedEmail(String typed) {
        String email = typed.strip();
        mailings.refusal(email).ifPresent(why -> {
            throw ProblemException.invalid("email", why);
        });
        return email;
    }

    private static String checkedPeriod(String every) {
        if (!PERIODS.contains(every)) {
            throw ProblemException.invalid("every", "must be hourly or daily");
        }
        return every;
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
