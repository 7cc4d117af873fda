package org.onrecord.chassis.problem;

import java.util.EnumSet;
import java.util.Set;

/**
 * The causes that a caller can tell apart, each with its stable name on the wire. The services share them, since the API
 * service passes on the problems of the two others.
 */
public enum ProblemType {
    INVALID_PARAMETERS("invalid-parameters", "Parameters that cannot be answered", 400),
    MALFORMED_JSON("malformed-json", "The body is not the JSON that is expected", 400),
    INVALID_SUBMISSION("invalid-submission", "Not a submission", 400),
    INVALID_SOURCE("invalid-source", "Not a source that can be watched", 400),
    INVALID_REQUEST("invalid-request", "The request is not complete or contradicts itself", 400),
    BAD_REQUEST("bad-request", "Not a valid request", 400, "See /q/openapi for what is expected."),
    UNAUTHENTICATED("unauthenticated", "No valid key", 401),
    FORBIDDEN("forbidden", "The key does not allow this", 403),
    FOREIGN_PAGE("foreign-page", "A page of another site sent this", 403),
    NOT_FOUND("not-found", "No such resource", 404, "See /q/openapi for what there is."),
    METHOD_NOT_ALLOWED(
            "method-not-allowed",
            "This resource does not take this method",
            405,
            "See /q/openapi for the methods it takes."),
    NOT_ACCEPTABLE("not-acceptable", "No acceptable media type", 406, "Answers are application/json."),
    FORGOTTEN("forgotten", "The stream does not go back that far", 410),
    TAKEN_DOWN("taken-down", "The article was taken down", 410),
    TOO_LARGE("too-large", "The body is too long", 413, "Send less."),
    UNSUPPORTED_MEDIA_TYPE(
            "unsupported-media-type", "The body has the wrong media type", 415, "Send application/json."),
    MISDIRECTED_REQUEST("misdirected-request", "The host is none of this service's", 421),
    ANALYSIS_FAILED("analysis-failed", "The text cannot be analysed", 422),
    TOO_MANY_REQUESTS("too-many-requests", "The key asks too often", 429),
    TOO_MUCH_AT_ONCE("too-much-at-once", "The key has too much under way", 429),
    INTERNAL("internal", "A fault of the service", 500, "It is in the log. Ask again; if it fails again, report it."),
    DATABASE_AWAY("database-away", "The database cannot be reached at the moment", 503),
    BROKER_AWAY("broker-away", "Events cannot be published at the moment", 503),
    ARCHIVE_AWAY("archive-away", "Pages cannot be archived at the moment", 503),
    SCRAPER_AWAY("scraper-away", "The scraper cannot be reached at the moment", 503),
    READER_AWAY("reader-away", "The NLP service cannot be reached at the moment", 503),
    PROVIDER_AWAY("provider-away", "The identity provider cannot be reached at the moment", 503),
    HOST_BUSY("host-busy", "The page's host is being asked for other pages", 503),
    EXPORTS_BUSY("exports-busy", "As many exports run as may", 503),
    BUSY("busy", "Too much to do", 503),
    TOO_SLOW("too-slow", "The answer takes too long to find", 503);

    /** Those that the server itself decides on, by status alone. */
    private static final Set<ProblemType> OF_THE_SERVER = EnumSet.of(
            BAD_REQUEST, NOT_FOUND, METHOD_NOT_ALLOWED, NOT_ACCEPTABLE, TOO_LARGE, UNSUPPORTED_MEDIA_TYPE, INTERNAL);

    private static final String BASE = "https://onrecord.org/problems/";

    private final String slug;
    private final String title;
    private final int status;
    private final String advice;

    ProblemType(String slug, String title, int status) {
        this(slug, title, status, "See /q/openapi for what there is and what is expected.");
    }

    ProblemType(String slug, String title, int status, String advice) {
        this.slug = slug;
        this.title = title;
        this.status = status;
        this.advice = advice;
    }

    /** The URI that names the cause. */
    public String uri() {
        return BASE + slug;
    }

    /** The cause in words, the same for each occurrence. */
    public String title() {
        return title;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** Whether the same request may go better later. */
    boolean passes() {
        return status == TOO_MANY_REQUESTS.status || status == BUSY.status;
    }

    /** What to do, where nothing more is known. */
    String advice() {
        return advice;
    }

    /** The cause of an answer that a library decided on; where it has none of its own, the one that says least. */
    static ProblemType ofStatus(int status) {
        return OF_THE_SERVER.stream()
                .filter(type -> type.status == status)
                .findFirst()
                .orElse(status >= 500 ? INTERNAL : BAD_REQUEST);
    }
}
