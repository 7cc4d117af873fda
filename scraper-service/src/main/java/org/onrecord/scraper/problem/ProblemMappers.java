package org.onrecord.scraper.problem;

import java.io.IOException;

import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jdbi.v3.core.JdbiException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

import org.onrecord.database.Trouble;
import org.onrecord.scraper.archive.ArchiveAwayException;
import org.onrecord.scraper.frontier.HostBusyException;
import org.onrecord.scraper.problem.Problem.Cause;
import org.onrecord.scraper.publish.BrokerAwayException;
import org.onrecord.scraper.source.RejectedSourceException;
import org.onrecord.scraper.source.UnknownSourceException;
import org.onrecord.scraper.submission.RejectedSubmissionException;

/** Turns every exception that leaves a resource into a problem document. */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final int RETRY_AFTER_SECONDS = 5;

    @ServerExceptionMapper
    Response map(RejectedSubmissionException e, UriInfo uri) {
        return problem(Cause.INVALID_SUBMISSION, e.getMessage(), uri);
    }

    @ServerExceptionMapper
    Response map(ConstraintViolationException e, UriInfo uri) {
        return problem(Cause.INVALID_SUBMISSION, "Send a JSON object with url, html or text.", uri);
    }

    @ServerExceptionMapper
    Response map(JsonProcessingException e, UriInfo uri) {
        return malformed(e, uri);
    }

    /** Quarkus has a mapper of its own for this one, which a general one does not replace. */
    @ServerExceptionMapper
    Response map(MismatchedInputException e, UriInfo uri) {
        return malformed(e, uri);
    }

    /** A body that did not announce its length and outgrew the limit, or a caller that went away and reads no answer. */
    @ServerExceptionMapper
    Response map(IOException e, UriInfo uri) {
        return problem(Cause.TOO_LARGE, "Send less.", uri);
    }

    @ServerExceptionMapper
    Response map(BrokerAwayException e, UriInfo uri) {
        return later(Cause.BROKER_AWAY, uri);
    }

    @ServerExceptionMapper
    Response map(ArchiveAwayException e, UriInfo uri) {
        LOG.errorf(e, "page not kept, path=%s", uri.getPath());
        return later(Cause.ARCHIVE_AWAY, uri);
    }

    @ServerExceptionMapper
    Response map(RejectedSourceException e, UriInfo uri) {
        return problem(Cause.INVALID_SOURCE, e.getMessage(), uri);
    }

    @ServerExceptionMapper
    Response map(UnknownSourceException e, UriInfo uri) {
        return problem(Cause.NOT_FOUND, e.getMessage(), uri);
    }

    @ServerExceptionMapper
    Response map(JdbiException e, UriInfo uri) {
        if (Trouble.of(e) == Trouble.BAD_DATA) {
            return problem(Cause.INVALID_SUBMISSION, "Send no characters that no text has, such as NUL.", uri);
        }
        return later(Cause.DATABASE_AWAY, uri);
    }

    @ServerExceptionMapper
    Response map(HostBusyException e, UriInfo uri) {
        return later(Cause.HOST_BUSY, uri);
    }

    private static Response later(Cause cause, UriInfo uri) {
        Response response = problem(cause, "Send it again later; sending it twice does no harm.", uri);
        return Response.fromResponse(response)
                .header("Retry-After", RETRY_AFTER_SECONDS)
                .build();
    }

    @ServerExceptionMapper
    Response map(WebApplicationException e, UriInfo uri) {
        if (e.getCause() instanceof JsonProcessingException json) {
            return malformed(json, uri);
        }
        int status = e.getResponse().getStatus();
        Cause cause = Cause.ofStatus(status);
        String detail = switch (cause) {
            case NOT_FOUND -> "See /q/openapi for what there is.";
            case METHOD_NOT_ALLOWED -> "See /q/openapi for the methods that it takes.";
            case UNSUPPORTED_MEDIA_TYPE -> "Send application/json.";
            case NOT_ACCEPTABLE -> "Answers are application/json.";
            case TOO_LARGE -> "Send less.";
            default -> "See /q/openapi for what is expected.";
        };
        return problem(cause, detail, uri);
    }

    @ServerExceptionMapper
    Response map(Throwable e, UriInfo uri) {
        LOG.errorf(e, "unexpected, path=%s", uri.getPath());
        return problem(Cause.INTERNAL, "It is in the log. Send it again; if it fails again, report it.", uri);
    }

    private static Response malformed(JsonProcessingException e, UriInfo uri) {
        String where = e.getLocation() == null
                ? ""
                : " See line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + ".";
        return problem(Cause.MALFORMED_JSON, "Send a JSON object with the fields that /q/openapi names." + where, uri);
    }

    private static Response problem(Cause cause, String detail, UriInfo uri) {
        return Response.status(cause.status())
                .type(Problem.MEDIA_TYPE)
                .entity(Problem.of(cause, detail, uri.getPath()))
                .build();
    }
}
