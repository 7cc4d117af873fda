package org.onrecord.api.stream;

import io.smallrye.mutiny.subscription.MultiEmitter;

import org.onrecord.api.quote.QuoteQuery;

/** One open stream. Its position is moved by the one reader alone. */
final class Listener {

    private final String question;
    private final QuoteQuery query;
    private final MultiEmitter<? super StreamEvent> emitter;
    private LogPosition position;

    Listener(QuoteQuery query, LogPosition position, MultiEmitter<? super StreamEvent> emitter) {
        this.question = query.question();
        this.query = query;
        this.position = position;
        this.emitter = emitter;
    }

    /** Those of one question who are at one place are answered together. */
    record Group(String question, LogPosition position) {}

    Group group() {
        return new Group(question, position);
    }

    QuoteQuery query() {
        return query;
    }

    LogPosition position() {
        return position;
    }

    void tell(StreamEvent event) {
        emitter.emit(event);
    }

    void end() {
        emitter.complete();
    }

    void moveTo(LogPosition next) {
        position = next;
    }

    boolean isGone() {
        return emitter.isCancelled();
    }
}
