package org.onrecord.api.stream;

/** What goes down an open stream. */
sealed interface StreamEvent {

    /** @param json the quote */
    record New(LogPosition position, String json) implements StreamEvent {}

    /** Nothing new: keeps proxies from closing the connection, and finds out who went away. */
    record Heartbeat() implements StreamEvent {}
}
