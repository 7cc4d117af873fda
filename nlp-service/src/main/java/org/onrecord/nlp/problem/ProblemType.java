package org.onrecord.nlp.problem;

import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;

/** The causes of errors, each with its status and its stable name on the wire. */
public enum ProblemType {
    MALFORMED_REQUEST("malformed-request", "The request cannot be read", 400),
    INVALID_REQUEST("invalid-request", "The request is not complete or contradicts itself", 400),
    UNAUTHENTICATED("unauthenticated", "Nobody who is let in here", 401),
    NOT_FOUND("not-found", "There is nothing here", 404),
    METHOD_NOT_ALLOWED("method-not-allowed", "Not by this method", 405),
    NOT_ACCEPTABLE("not-acceptable", "Not in this format", 406),
    TOO_LARGE("too-large", "The request is too large", 413),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", "Not in this media type", 415),
    ANALYSIS_FAILED("analysis-failed", "The text cannot be analysed", 422),
    INTERNAL_ERROR("internal-error", "Something failed here", 500),
    BUSY("busy", "Too much to do", 503);

    private final String slug;
    private final String title;
    private final int status;

    ProblemType(String slug, String title, int status) {
        this.slug = slug;
        this.title = title;
        this.status = status;
    }

    URI uri() {
        return URI.create("https://onrecord.org/problems/" + slug);
    }

    String title() {
        return title;
    }

    int status() {
        return status;
    }

    /** The first cause with a status, which for those that the framework finds is the only one. */
    static Optional<ProblemType> withStatus(int status) {
        return Stream.of(values()).filter(type -> type.status == status).findFirst();
    }
}
