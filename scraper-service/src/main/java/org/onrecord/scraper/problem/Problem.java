package org.onrecord.scraper.problem;

import java.util.EnumSet;
import java.util.Set;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * RFC 9457.
 *
 * @param type URI that names the cause
 * @param title the cause in words, the same for each occurrence
 * @param status of the answer
 * @param detail what to do
 * @param instance path of the request
 */
@RegisterForReflection
record Problem(String type, String title, int status, String detail, String instance) {

    static final String MEDIA_TYPE = "application/problem+json";
    private static final String BASE = "https://onrecord.org/problems/";

    static Problem of(Cause cause, String detail, String instance) {
        return new Problem(BASE + cause.slug, cause.title, cause.status, detail, instance);
    }

    /** The causes that a caller can tell apart. */
    enum Cause {
        MALFORMED_JSON("malformed-json", "The body is not the JSON that is expected", 400),
        INVALID_SUBMISSION("invalid-submission", "Not a submission", 400),
        INVALID_SOURCE("invalid-source", "Not a source that can be watched", 400),
        BAD_REQUEST("bad-request", "Not a valid request", 400),
        UNAUTHENTICATED("unauthenticated", "Nobody who is let in here", 401),
        NOT_FOUND("not-found", "No such resource", 404),
        METHOD_NOT_ALLOWED("method-not-allowed", "This resource does not take this method", 405),
        NOT_ACCEPTABLE("not-acceptable", "No acceptable media type", 406),
        TOO_LARGE("too-large", "The body is too long", 413),
        UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", "The body has the wrong media type", 415),
        INTERNAL("internal", "A fault of the service", 500),
        BROKER_AWAY("broker-away", "Events cannot be published at the moment", 503),
        ARCHIVE_AWAY("archive-away", "Pages cannot be archived at the moment", 503),
        HOST_BUSY("host-busy", "The page's host is being asked for other pages", 503),
        DATABASE_AWAY("database-away", "The database cannot be reached at the moment", 503);

        /** Told apart from other bad requests by those who read the body. */
        private static final Set<Cause> OF_A_BODY = EnumSet.of(MALFORMED_JSON, INVALID_SUBMISSION, INVALID_SOURCE);

        private final String slug;
        private final String title;
        private final int status;

        Cause(String slug, String title, int status) {
            this.slug = slug;
            this.title = title;
            this.status = status;
        }

        int status() {
            return status;
        }

        static Cause ofStatus(int status) {
            for (Cause cause : values()) {
                if (cause.status == status && !OF_A_BODY.contains(cause)) {
                    return cause;
                }
            }
            return status >= 500 ? INTERNAL : BAD_REQUEST;
        }
    }
}
