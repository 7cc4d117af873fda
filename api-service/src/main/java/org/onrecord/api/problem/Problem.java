package org.onrecord.api.problem;

import java.util.List;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * RFC 9457.
 *
 * @param type URI that names the cause
 * @param title the cause in words, the same for each occurrence
 * @param status of the answer
 * @param detail what to do
 * @param instance path of the request
 * @param errors each parameter or field that is wrong; null where the cause is not one of them
 */
@RegisterForReflection
@Schema(description = "What went wrong and what to do, as RFC 9457 has it.")
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        @Nullable List<InvalidValue> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String BASE = "https://onrecord.org/problems/";

    static Problem of(Cause cause, String detail, String instance) {
        return new Problem(BASE + cause.slug, cause.title, cause.status, detail, instance, null);
    }

    static Problem of(List<InvalidValue> errors, String instance) {
        Cause cause = Cause.INVALID_PARAMETERS;
        List<String> sentences = errors.stream()
                .map(error -> error.name() + " " + error.message() + ".")
                .toList();
        return new Problem(BASE + cause.slug, cause.title, cause.status, String.join(" ", sentences), instance, errors);
    }

    /** The causes that a caller can tell apart. */
    public enum Cause {
        INVALID_PARAMETERS("invalid-parameters", "Parameters that cannot be answered", 400),
        MALFORMED_JSON("malformed-json", "The body is not the JSON that is expected", 400),
        INVALID_SUBMISSION("invalid-submission", "Not a submission", 400),
        BAD_REQUEST("bad-request", "Not a valid request", 400),
        UNAUTHENTICATED("unauthenticated", "No valid key", 401),
        FORBIDDEN("forbidden", "The key does not allow this", 403),
        NOT_FOUND("not-found", "No such resource", 404),
        METHOD_NOT_ALLOWED("method-not-allowed", "This resource does not take this method", 405),
        NOT_ACCEPTABLE("not-acceptable", "No acceptable media type", 406),
        FORGOTTEN("forgotten", "The stream does not go back that far", 410),
        TAKEN_DOWN("taken-down", "The article was taken down", 410),
        TOO_LARGE("too-large", "The body is too long", 413),
        UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", "The body has the wrong media type", 415),
        TOO_MANY_REQUESTS("too-many-requests", "The key asks too often", 429),
        INTERNAL("internal", "A fault of the service", 500),
        DATABASE_AWAY("database-away", "The database cannot be reached at the moment", 503),
        EXPORTS_BUSY("exports-busy", "As many exports run as may", 503),
        TOO_SLOW("too-slow", "The answer takes too long to find", 503),
        BROKER_AWAY("broker-away", "Events cannot be published at the moment", 503),
        SCRAPER_AWAY("scraper-away", "The scraper cannot be reached at the moment", 503),
        PROVIDER_AWAY("provider-away", "The identity provider cannot be reached at the moment", 503),
        READER_AWAY("reader-away", "The NLP service cannot be reached at the moment", 503);

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

        /** The cause of an answer that a library decided on; its cause is the one that says least. */
        static Cause ofStatus(int status) {
            return switch (status) {
                case 404 -> NOT_FOUND;
                case 405 -> METHOD_NOT_ALLOWED;
                case 406 -> NOT_ACCEPTABLE;
                case 413 -> TOO_LARGE;
                case 415 -> UNSUPPORTED_MEDIA_TYPE;
                default -> status >= 500 ? INTERNAL : BAD_REQUEST;
            };
        }
    }
}
