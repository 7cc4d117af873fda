package org.onrecord.api.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.runtime.StartupEvent;

import org.onrecord.api.alert.Outbox.Due;
import org.onrecord.api.alert.Recipient.Mailbox;
import org.onrecord.api.alert.Recipient.Webhook;
import org.onrecord.api.quote.Quote;
import org.onrecord.api.quote.QuoteQuery;
import org.onrecord.api.quote.QuoteRows;
import org.onrecord.chassis.event.Patience;
import org.onrecord.chassis.loop.Loop;
import org.onrecord.chassis.loop.Loops;
import org.onrecord.chassis.problem.ProblemException;
import org.onrecord.chassis.problem.ProblemType;
import org.onrecord.database.Database;
import org.onrecord.database.Schema;
import org.onrecord.egress.GuardedHttpClient;
import org.onrecord.egress.Headers.Field;
import org.onrecord.egress.Post;

/**
 * Sends what is due, one after the other for an alert and many alerts at once, so that a slow receiver holds up nobody else.
 * Thread-safe.
 */
@ApplicationScoped
class AlertSender {

    private static final Logger LOG = Logger.getLogger(AlertSender.class);
    private static final Duration IDLE = Duration.ofMillis(500);
    private static final int AT_ONCE = 32;
    private static final String JSON = "application/json";

    private final Schema schema;
    private final Outbox outbox;
    private final Database database;
    private final GuardedHttpClient egress;
    private final Digests digests;
    private final DigestWriter writer;
    private final Mailings mailings;
    private final ObjectMapper json;
    private final Loops loops;
    private final Semaphore places = new Semaphore(AT_ONCE);

    AlertSender(
            Schema schema,
            Outbox outbox,
            Database database,
            GuardedHttpClient egress,
            Digests digests,
            DigestWriter writer,
            Mailings mailings,
            ObjectMapper json,
            Loops loops) {
        this.schema = schema;
        this.outbox = outbox;
        this.database = database;
        this.egress = egress;
        this.digests = digests;
        this.writer = writer;
        this.mailings = mailings;
        this.json = json;
        this.loops = loops;
    }

    void start(@Observes StartupEvent started) {
        loops.start("alert-sender", this::sendDue);
    }

    private Duration sendDue(Loop loop) {
        int free = places.availablePermits();
        if (!schema.isCurrent() || free == 0) {
            return IDLE;
        }
        List<UUID> claimed = outbox.claim(free);
        for (UUID alert : claimed) {
            places.acquireUninterruptibly();
            Thread.ofVirtual().name("alert-" + alert).start(() -> {
                try {
                    sendAll(alert, loop);
                } catch (RuntimeException e) {
                    // What was not noted is sent again when the lease is over, under the same id.
                    if (!Patience.passes(e)) {
                        LOG.errorf(e, "not delivered, to be tried again, alert=%s", alert);
                    }
                } finally {
                    places.release();
                    loop.wake();
                }
            });
        }
        return IDLE;
    }

    private void sendAll(UUID alert, Loop loop) {
        long end = System.nanoTime() + Outbox.LONGEST_TURN.toNanos();
        boolean goOn = true;
        while (goOn && !loop.isStopping() && System.nanoTime() < end) {
            // Each time anew: it may have been changed, disabled or deleted.
            Optional<Recipient> recipient = outbox.recipient(alert);
            if (recipient.isPresent() && recipient.get() instanceof Mailbox) {
                digests.gather(alert);
            }
            Optional<Due> due = outbox.next(alert);
            goOn = recipient.isPresent() && due.isPresent() && send(recipient.get(), due.get());
        }
        outbox.release(alert);
    }

    /** @return whether the next may be sent at once */
    private boolean send(Recipient recipient, Due due) {
        return switch (recipient) {
            case Webhook webhook -> send(webhook, due);
            case Mailbox mailbox -> send(mailbox, due);
        };
    }

    private boolean send(Webhook receiver, Due due) {
        Optional<Quote> quote = database.first(QuoteQuery.byIds(List.of(due.quoteId())), QuoteRows::withArticle);
        if (quote.isEmpty()) {
            outbox.withdraw(due.deliveryId());
            return true;
        }
        Payload payload = new Payload(
                "quote.stored", due.created(), new Payload.Data(receiver.alertId(), receiver.search(), quote.get()));
        return outbox.note(receiver.alertId(), due.deliveryId(), attempt(receiver, due.deliveryId(), payload));
    }

    private boolean send(Mailbox mailbox, Due due) {
        List<UUID> told = digests.quotes(due.deliveryId());
        List<Quote> quotes = quotes(told);
        if (quotes.isEmpty()) {
            outbox.withdraw(due.deliveryId());
            return true;
        }
        int more = Math.max(0, told.size() - DigestWriter.most());
        Digest digest = writer.write(mailbox, mailings.site(), quotes, more);
        return outbox.note(mailbox.alertId(), due.deliveryId(), mailings.send(mailbox, due.deliveryId(), digest));
    }

    /** The first of them that there are still, in their order. */
    private List<Quote> quotes(List<UUID> ids) {
        Map<UUID, Quote> found = new HashMap<>();
        database.list(
                        QuoteQuery.byIds(ids.subList(0, Math.min(ids.size(), DigestWriter.most()))),
                        QuoteRows::withArticle)
                .forEach(quote -> found.put(quote.id(), quote));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** Sends a test once, and says how it ended. */
    Delivery test(UUID alertId) {
        Recipient recipient = outbox.recipient(alertId)
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "The alert was deleted."));
        UUID id = UUID.randomUUID();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Attempt attempt = switch (recipient) {
            case Webhook webhook ->
                attempt(webhook, id, new Payload("alert.test", now, new Payload.Data(alertId, webhook.search(), null)));
            case Mailbox mailbox -> mailings.sendTest(mailbox, id);
        };
        return outbox.noteTest(alertId, id, now, attempt);
    }

    private Attempt attempt(Webhook receiver, UUID id, Payload payload) {
        byte[] body = body(payload);
        long seconds = Instant.now().getEpochSecond();
        String signatures = Stream.concat(Stream.of(receiver.secret()), receiver.previous().stream())
                .map(secret -> secret.sign(id.toString(), seconds, body))
                .collect(Collectors.joining(" "));
        return Attempt.of(egress.send(new Post(
                receiver.url(),
                JSON,
                List.of(
                        new Field("webhook-id", id.toString()),
                        new Field("webhook-timestamp", String.valueOf(seconds)),
                        new Field("webhook-signature", signatures)),
                body)));
    }

    private byte[] body(Payload payload) {
        try {
            return json.writeValueAsBytes(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("payloads are plain records", e);
        }
    }
}
