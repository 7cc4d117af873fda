package org.onrecord.api.problem;

import java.util.List;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

import org.onrecord.api.problem.Problem.Cause;
import org.onrecord.database.Trouble;

/** Turns every exception that leaves a resource into a problem document. */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final int RETRY_AFTER_SECONDS = 5;

    @ServerExceptionMapper
    Response map(ProblemException e, UriInfo uri) {
        return e.errors().isEmpty()
                ? problem(e.problem(), e.getMessage(), uri)
                : response(Problem.of(e.errors(), uri.getPath()));
    }

    @ServerExceptionMapper
    Response map(ConstraintViolationException e, UriInfo uri) {
        List<InvalidValue> errors = e.getConstraintViolations().stream()
                .map(violation -> new InvalidValue(name(violation), violation.getMessage()))
                .distinct()
                .sorted((one, other) -> (one.name() + one.message()).compareTo(other.name() + other.message()))
                .toList();
        return response(Problem.of(errors, uri.getPath()));
    }

    @ServerExceptionMapper
    Response map(JsonProcessingException e, UriInfo uri) {
        return malformed(e, uri);
    }

    /** Named by itself, because the JSON library's adapter brings a mapper for it. */
    @ServerExceptionMapper
    Response map(MismatchedInputException e, UriInfo uri) {
        return malformed(e, uri);
    }

    @ServerExceptionMapper
    Response map(WebApplicationException e, UriInfo uri) {
        if (e.getCause() instanceof JsonProcessingException json) {
            return malformed(json, uri);
        }
        Cause cause = Cause.ofStatus(e.getResponse().getStatus());
        Response response = problem(cause, detail(cause), uri);
        String allow = e.getResponse().getHeaderString(HttpHeaders.ALLOW);
        return allow == null
                ? response
                : Response.fromResponse(response)
                        .header(HttpHeaders.ALLOW, allow)
                        .build();
    }

    @ServerExceptionMapper
    Response map(Throwable e, UriInfo uri) {
        Trouble trouble = Trouble.of(e);
        if (trouble == Trouble.AWAY) {
            LOG.warnf("database away, path=%s, cause=%s", uri.getPath(), e.getMessage());
            return problem(Cause.DATABASE_AWAY, "Ask again in some seconds.", uri);
        }
        if (trouble == Trouble.TOO_SLOW) {
            return problem(Cause.TOO_SLOW, "Narrow the question, by from and to for example, or ask again later.", uri);
        }
        LOG.errorf(e, "unexpected, path=%s", uri.getPath());
        return problem(Cause.INTERNAL, "It is in the log. Ask again; if it fails again, report it.", uri);
    }

    private static String detail(Cause cause) {
        return switch (cause) {
            case METHOD_NOT_ALLOWED -> "See /q/openapi for the methods it takes.";
            case UNSUPPORTED_MEDIA_TYPE -> "Send application/json.";
            case NOT_ACCEPTABLE -> "Answers are application/json.";
            case TOO_LARGE -> ProblemRoutes.TOO_LARGE_DETAIL;
            case INTERNAL -> "It is in the log. Ask again; if it fails again, report it.";
            default -> "See /q/openapi for what there is and what is expected.";
        };
    }

    /** The parameter or field itself, without the method and the bean that hold it. */
    private static String name(ConstraintViolation<?> violation) {
        String name = "";
        for (Path.Node node : violation.getPropertyPath()) {
            name = node.getName() == null ? name : node.getName();
        }
        return name;
    }

    private static Response malformed(JsonProcessingException e, UriInfo uri) {
        String where = e.getLocation() == null
                ? ""
                : " See line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + ".";
        return problem(Cause.MALFORMED_JSON, "Send the JSON object that /q/openapi describes." + where, uri);
    }

    private static Response problem(Cause cause, String detail, UriInfo uri) {
        return response(Problem.of(cause, detail, uri.getPath()));
    }

    private static Response response(Problem problem) {
        Response.ResponseBuilder response =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        return problem.status() == Cause.DATABASE_AWAY.status()
                ? response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS).build()
                : response.build();
    }
}
