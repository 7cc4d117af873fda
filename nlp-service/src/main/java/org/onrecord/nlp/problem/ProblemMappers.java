package org.onrecord.nlp.problem;

import java.io.IOException;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

import org.onrecord.nlp.analysis.AnalysersBusyException;
import org.onrecord.nlp.analysis.AnalysisFailedException;

/** Answers every error with a problem document. */
final class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final int RETRY_AFTER_SECONDS = 5;

    @ServerExceptionMapper
    Response problem(ProblemException e, UriInfo uri) {
        return respond(e.type(), e.getMessage(), uri);
    }

    @ServerExceptionMapper
    Response busy(AnalysersBusyException e, UriInfo uri) {
        Response response = respond(ProblemType.BUSY, "Every analyser is busy; try again in a few seconds.", uri);
        return Response.fromResponse(response)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }

    @ServerExceptionMapper
    Response failed(AnalysisFailedException e, UriInfo uri) {
        LOG.warn("A text could not be analysed", e);
        return respond(
                ProblemType.ANALYSIS_FAILED, "This text cannot be analysed; send another or a shorter one.", uri);
    }

    @ServerExceptionMapper
    Response mismatched(MismatchedInputException e, UriInfo uri) {
        return malformed(e, uri);
    }

    @ServerExceptionMapper
    Response web(WebApplicationException e, UriInfo uri) {
        int status = e.getResponse().getStatus();
        if (e.getCause() instanceof JsonProcessingException cause) {
            return malformed(cause, uri);
        }
        if (status >= 500) {
            return unexpected(e, uri);
        }
        return ProblemType.withStatus(status)
                .map(type -> respond(type, advice(type), uri))
                .orElseGet(() -> new Problem(null, e.getMessage(), status, null, uri.getPath()).response());
    }

    /** A body that did not announce its length and grew beyond the limit, or a caller that went away. */
    @ServerExceptionMapper
    Response unread(IOException e, UriInfo uri) {
        LOG.infof("A request could not be read to its end: path=%s cause=%s", uri.getPath(), e.getMessage());
        return respond(ProblemType.TOO_LARGE, advice(ProblemType.TOO_LARGE), uri);
    }

    @ServerExceptionMapper
    Response unexpected(Throwable e, UriInfo uri) {
        LOG.error("A request failed unexpectedly: path=" + uri.getPath(), e);
        return respond(ProblemType.INTERNAL_ERROR, "It has been logged; try again later.", uri);
    }

    private static Response malformed(JsonProcessingException e, UriInfo uri) {
        String where = e.getLocation() == null
                ? ""
                : " (line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + ")";
        return respond(
                ProblemType.MALFORMED_REQUEST, "Send one JSON object of the documented shape" + where + ".", uri);
    }

    private static String advice(ProblemType type) {
        return switch (type) {
            case NOT_FOUND -> "The paths are listed at /q/openapi.";
            case METHOD_NOT_ALLOWED -> "The methods of each path are listed at /q/openapi.";
            case NOT_ACCEPTABLE -> "Accept application/json.";
            case UNSUPPORTED_MEDIA_TYPE -> "Send application/json.";
            case TOO_LARGE -> "Send a shorter text.";
            default -> "Send one JSON object of the documented shape.";
        };
    }

    private static Response respond(ProblemType type, String detail, UriInfo uri) {
        return Problem.of(type, detail, uri.getPath()).response();
    }
}
