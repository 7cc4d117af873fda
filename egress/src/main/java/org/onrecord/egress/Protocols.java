package org.onrecord.egress;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.onrecord.egress.Exchange.Step;
import org.onrecord.egress.FetchResult.ErrorStatus;
import org.onrecord.egress.FetchResult.Failed;

/** Asks by HTTP/1.1, and by HTTP/2 where a server turns out to speak nothing else. Thread-safe. */
final class Protocols implements AutoCloseable {
    /** RFC 9110: Upgrade Required, HTTP Version Not Supported. */
    private static final Set<Integer> ASK_FOR_OTHERS = Set.of(426, 505);

    private final Exchange http1;
    private final Supplier<Http2> maker;
    private final Watchdog watchdog;
    private final Exchange.Terms terms;
    private final Http2Origins http2Alone = new Http2Origins();
    private Optional<Http2> http2 = Optional.empty();

    /**
     * @param http1 for all
     * @param http2 makes the one for those few, when the first is met
     */
    Protocols(Exchange.Caller http1, Supplier<Http2> http2, Watchdog watchdog, Exchange.Terms terms) {
        this.http1 = new Exchange(http1, watchdog, terms);
        this.maker = http2;
        this.watchdog = watchdog;
        this.terms = terms;
    }

    /** As {@link Exchange#run}. */
    Step.Known run(
            Target target,
            Get get,
            Optional<String> cookie,
            List<URI> chain,
            Duration timeLeft,
            BodyMemory.Share share) {
        long start = System.nanoTime();
        if (http2Alone.has(target.uri())) {
            if (http2().run(target, get, cookie, chain, timeLeft, share) instanceof Step.Known known) {
                return known;
            }
            http2Alone.remove(target.uri());
        }
        Step first = http1.run(target, get, cookie, chain, left(timeLeft, start), share);
        Optional<Step.Known> refusal = refusal(first);
        if (refusal.isEmpty() || !target.uri().getScheme().equals("https")) {
            return known(first);
        }
        Step second = http2().run(target, get, cookie, chain, left(timeLeft, start), share);
        if (second instanceof Step.OtherProtocol) {
            // What the usual protocol met with tells more.
            return refusal.get();
        }
        if (!(second instanceof Step.End(Failed failed))) {
            http2Alone.add(target.uri());
        }
        return known(second);
    }

    private static Duration left(Duration all, long start) {
        Duration left = all.minusNanos(System.nanoTime() - start);
        return left.isPositive() ? left : Duration.ZERO;
    }

    /** What is left of an answer that asks for another protocol, if no other helps. */
    private static Optional<Step.Known> refusal(Step step) {
        return switch (step) {
            case Step.OtherProtocol other -> Optional.of(known(other));
            case Step.End(ErrorStatus error)
            when ASK_FOR_OTHERS.contains(error.status()) -> Optional.of(new Step.End(error));
            case Step.Known known -> Optional.empty();
        };
    }

    private static Step.Known known(Step step) {
        return switch (step) {
            case Step.OtherProtocol(FetchResult result) -> new Step.End(result);
            case Step.Known known -> known;
        };
    }

    private synchronized Exchange http2() {
        if (http2.isEmpty()) {
            http2 = Optional.of(maker.get());
        }
        return new Exchange(http2.get(), watchdog, terms);
    }

    @Override
    public synchronized void close() {
        http2.ifPresent(Http2::close);
    }
}
