package org.onrecord.chassis.problem;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;

import io.quarkus.arc.All;

/** Turns every exception that leaves a resource into a problem document; services add mappers for exceptions of their own. */
@Singleton
public class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private static final int LONGEST_NAME = 50;

    private final List<KnownFailures> known;

    ProblemMappers(@All List<KnownFailures> known) {
        this.known = known;
    }

    @ServerExceptionMapper
    public Response map(ProblemException e, UriInfo uri) {
        return e.problem(uri.getPath()).response();
    }

    @ServerExceptionMapper
    public Response map(JsonProcessingException e, UriInfo uri) {
        return malformed(e, uri);
    }

    /** Named by itself, because the JSON library's adapter brings a mapper for it. */
    @ServerExceptionMapper
    public Response map(MismatchedInputException e, UriInfo uri) {
        return e instanceof UnrecognizedPropertyException unknown ? unknown(unknown, uri) : malformed(e, uri);
    }

    @ServerExceptionMapper
    public Response map(WebApplicationException e, UriInfo uri) {
        if (e.getCause() instanceof UnrecognizedPropertyException unknown) {
            return unknown(unknown, uri);
        }
        if (e.getCause() instanceof JsonProcessingException json) {
            return malformed(json, uri);
        }
        ProblemType type = ProblemType.ofStatus(e.getResponse().getStatus());
        if (type == ProblemType.INTERNAL) {
            LOG.errorf(e, "unexpected, path=%s", uri.getPath());
        }
        Response response = Problem.answer(type, type.advice(), uri);
        String allow = e.getResponse().getHeaderString(HttpHeaders.ALLOW);
        return allow == null
                ? response
                : Response.fromResponse(response)
                        .header(HttpHeaders.ALLOW, allow)
                        .build();
    }

    /** A body that did not announce its length and outgrew the limit, or a caller that went away and reads no answer. */
    @ServerExceptionMapper
    public Response map(IOException e, UriInfo uri) {
        LOG.infof("request not read to its end, path=%s cause=%s", uri.getPath(), e.getMessage());
        return Problem.answer(ProblemType.TOO_LARGE, ProblemType.TOO_LARGE.advice(), uri);
    }

    @ServerExceptionMapper
    public Response map(Throwable e, UriInfo uri) {
        Optional<ProblemException> problem =
                known.stream().flatMap(failures -> failures.problem(e).stream()).findFirst();
        if (problem.isPresent()) {
            LOG.debugf("not answered, path=%s cause=%s", uri.getPath(), e.getMessage());
            return map(problem.get(), uri);
        }
        LOG.errorf(e, "unexpected, path=%s", uri.getPath());
        return Problem.answer(ProblemType.INTERNAL, ProblemType.INTERNAL.advice(), uri);
    }

    private static Response unknown(UnrecognizedPropertyException e, UriInfo uri) {
        String known =
                e.getKnownPropertyIds().stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
        String name = e.getPropertyName();
        String printable = (name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name)
                .replaceAll("\\p{Cntrl}", "\uFFFD");
        return Problem.of(
                        List.of(new InvalidValue(printable, "is not a field here: there are " + known)), uri.getPath())
                .response();
    }

    private static Response malformed(JsonProcessingException e, UriInfo uri) {
        String field = field(e);
        String where = e.getLocation() == null
                ? ""
                : " See line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + ".";
        return Problem.answer(
                ProblemType.MALFORMED_JSON, "Send the JSON object that /q/openapi describes." + field + where, uri);
    }

    private static String field(JsonProcessingException e) {
        if (!(e instanceof JsonMappingException mapping) || mapping.getPath().isEmpty()) {
            return "";
        }
        String name = mapping.getPath().getFirst().getFieldName();
        return name == null || name.length() > LONGEST_NAME ? "" : " The field " + name + " is not what it must be.";
    }
}
