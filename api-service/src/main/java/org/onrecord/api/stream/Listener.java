package org.onrecord.api.stream;

import io.smallrye.mutiny.subscription.MultiEmitter;

import org.onrecord.api.quote.QuoteFilter;

/** One open stream. Its position is moved by the one reader alone. */
final class Listener {

    private final QuoteFilter filter;
    private final MultiEmitter<? super StreamEvent> emitter;
    private LogPosition position;
    private boolean isBehind;
    private long servedAt;

    /** @param isBehind whether it asks for what was told before it came */
    Listener(QuoteFilter filter, LogPosition position, boolean isBehind, MultiEmitter<? super StreamEvent> emitter) {
        this.filter = filter;
        this.position = position;
        this.isBehind = isBehind;
        this.emitter = emitter;
    }

    QuoteFilter filter() {
        return filter;
    }

    LogPosition position() {
        return position;
    }

    boolean isBehind() {
        return isBehind;
    }

    /** When it was moved last, by {@link System#nanoTime}. */
    long servedAt() {
        return servedAt;
    }

    void tell(StreamEvent event) {
        emitter.emit(event);
    }

    void end() {
        emitter.complete();
    }

    /** Never back. */
    void moveTo(LogPosition next) {
        position = next.compareTo(position) > 0 ? next : position;
        servedAt = System.nanoTime();
    }

    /** From now on it is told with all others. */
    void caughtUp() {
        isBehind = false;
    }

    boolean isGone() {
        return emitter.isCancelled();
    }
}
