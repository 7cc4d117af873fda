package org.onrecord.api.problem;

import java.util.List;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import org.onrecord.chassis.problem.InvalidValue;
import org.onrecord.chassis.problem.Problem;

/** Names each parameter, or field of a body, that is not what its constraints ask for. */
class InvalidParameters {

    @ServerExceptionMapper
    Response map(ConstraintViolationException e, UriInfo uri) {
        List<InvalidValue> errors = e.getConstraintViolations().stream()
                .map(violation -> new InvalidValue(name(violation), violation.getMessage()))
                .distinct()
                .sorted((one, other) -> (one.name() + one.message()).compareTo(other.name() + other.message()))
                .toList();
        return Problem.of(errors, uri.getPath()).response();
    }

    /** The parameter or field itself, without the method and the bean that hold it. */
    private static String name(ConstraintViolation<?> violation) {
        String name = "";
        for (Path.Node node : violation.getPropertyPath()) {
            boolean named = node.getName() != null && node.getKind() != ElementKind.CONTAINER_ELEMENT;
            name = named ? node.getName() : name;
        }
        return name;
    }
}
