package org.onrecord.api.request;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;

import org.onrecord.api.request.Submission.Fetch;
import org.onrecord.api.request.Submission.Forward;
import org.onrecord.contracts.FetchRequest;

/** Notes what is asked for and passes it on. Thread-safe. */
@ApplicationScoped
public class Requests {
    private final FetchRequests fetches;
    private final Scraper scraper;

    Requests(FetchRequests fetches, Scraper scraper) {
        this.fetches = fetches;
        this.scraper = scraper;
    }

    /**
     * Takes a submission. It is noted once it has been passed on, so that nobody waits for what was lost, and no
     * connection to the database is held while the scraper reads.
     *
     * @return the id under which it can be followed
     * @throws org.onrecord.chassis.problem.ProblemException if it cannot be read, or cannot be passed on now
     */
    public UUID take(Submission submission) {
        UUID requestId = UUID.randomUUID();
        take(requestId, submission);
        return requestId;
    }

    /** Whether something was taken under an id. */
    public boolean has(UUID requestId) {
        return QuarkusTransaction.requiringNew().call(() -> RequestEntity.findById(requestId) != null);
    }

    /**
     * The same under an id that its sender gave it.
     *
     * @return how it ended at the scraper, by the name of the outcome's reason; empty if it is to be fetched
     */
    public Optional<String> take(UUID requestId, Submission submission) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return switch (submission.task(requestId)) {
            case Fetch fetch -> {
                fetches.send(new FetchRequest(requestId, fetch.url(), now), fetch.host());
                note(RequestEntity.of(requestId, fetch.url(), "url", now));
                yield Optional.empty();
            }
            case Forward forward -> {
                String reason = scraper.submit(forward.submission());
                note(RequestEntity.of(requestId, forward.submission().url(), forward.kind(), now));
                yield Optional.of(reason);
            }
        };
    }

    private static void note(RequestEntity request) {
        QuarkusTransaction.requiringNew().run(request::persist);
    }
}
