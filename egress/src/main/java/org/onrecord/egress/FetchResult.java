package org.onrecord.egress;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/** How a fetch ended. */
public sealed interface FetchResult {

    /** The URLs that passed the guard, in order: the one asked for, then each redirect's; the last may not have answered. */
    List<URI> chain();

    /**
     * A status of 2xx and the whole body.
     *
     * @param sent the header fields of the request
     * @param body without its content codings
     */
    record Fetched(List<URI> chain, Headers sent, int status, Headers headers, byte[] body, Instant fetchedAt)
            implements FetchResult {

        /** The URL that answered. */
        public URI url() {
            return chain.getLast();
        }
    }

    /**
     * A status of 2xx and the beginning of a body: the connection ended before it should, or its content coding broke. Another
     * try may bring all of it.
     *
     * @param beginning what arrived
     * @param detail how it ended, in words for a person
     */
    record CutOff(Fetched beginning, String detail) implements FetchResult {
        @Override
        public List<URI> chain() {
            return beginning.chain();
        }
    }

    /** The asker's copy is still good: status 304. */
    record NotModified(List<URI> chain, Headers headers, Instant fetchedAt) implements FetchResult {}

    /** A final status that is neither success nor redirect; its body was not read. */
    record ErrorStatus(List<URI> chain, int status, Headers headers) implements FetchResult {}

    /** Success, but none of the media types that were asked for; its body was not read. */
    record UnwantedType(List<URI> chain, String mediaType) implements FetchResult {}

    /** The guard refused the spelling of the URL, or of the one it redirected to; no name server was asked. */
    record Refused(List<URI> chain, Refusal refusal) implements FetchResult {}

    /** The gate refused the last URL of the chain. */
    record Barred(List<URI> chain, String why) implements FetchResult {}

    /**
     * The host of the last URL has no address, or one that the guard refuses. Which of the two is told to the log alone,
     * since whoever may have pages fetched could otherwise ask for the names of the local network.
     */
    record UnknownHost(List<URI> chain, String host) implements FetchResult {}

    /** A limit of time ran out. */
    record TimedOut(List<URI> chain, Phase phase) implements FetchResult {}

    /** Head or body exceed their cap. */
    record TooLarge(List<URI> chain, Part part, long limit) implements FetchResult {}

    /** More redirects than the cap, or a loop. */
    record TooManyRedirects(List<URI> chain) implements FetchResult {}

    /** The connection or what came over it was no good. */
    record Failed(List<URI> chain, Failure failure, String detail) implements FetchResult {}

    /** What was being waited for when time ran out. */
    enum Phase {
        RESOLVE,
        CONNECT,
        FIRST_BYTE,
        BODY
    }

    /** What was too large. */
    enum Part {
        HEAD,
        BODY
    }

    /** What was no good. */
    enum Failure {
        /** No connection, or it broke: another try may do better. */
        CONNECTION,
        /** No trusted certificate for this host, or no common protocol. */
        TLS,
        /** Not HTTP, or truncated. */
        PROTOCOL,
        /** A content coding that was not asked for, or a body that it does not decode. */
        CONTENT_CODING
    }
}
