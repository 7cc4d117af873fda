package org.onrecord.chassis.problem;

import java.util.List;

import jakarta.annotation.Nullable;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A problem document, RFC 9457.
 *
 * @param type URI that names the cause
 * @param title the cause in words, the same for each occurrence
 * @param status of the answer
 * @param detail what to do
 * @param instance path of the request
 * @param errors each parameter or field that is wrong; null where the cause is not one of them
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What went wrong and what to do, as RFC 9457 has it.")
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        @Nullable List<InvalidValue> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    static final int RETRY_AFTER_SECONDS = 5;

    /**
     * @param detail what to do
     * @param instance path of the request
     */
    public static Problem of(ProblemType type, String detail, String instance) {
        return new Problem(type.uri(), type.title(), type.status(), detail, instance, null);
    }

    /** A problem with the values of a request. */
    public static Problem of(List<InvalidValue> errors, String instance) {
        ProblemType type = ProblemType.INVALID_PARAMETERS;
        List<String> sentences = errors.stream()
                .map(error -> error.name() + " " + error.message() + ".")
                .toList();
        return new Problem(type.uri(), type.title(), type.status(), String.join(" ", sentences), instance, errors);
    }

    /** The answer to a request that ends with this cause; one that may go better later says when. */
    public static Response answer(ProblemType type, String detail, UriInfo request) {
        return of(type, detail, request.getPath()).response();
    }

    /** The answer that this is the body of. */
    public Response response() {
        Response.ResponseBuilder response =
                Response.status(status).type(MEDIA_TYPE).entity(this);
        return status == ProblemType.BUSY.status() || status == ProblemType.TOO_MUCH_AT_ONCE.status()
                ? response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS).build()
                : response.build();
    }
}
