package org.onrecord.api.agent;

import java.util.List;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkiverse.mcp.server.ToolResponse;

import org.onrecord.api.access.RequestShares;
import org.onrecord.api.share.Places;
import org.onrecord.chassis.problem.ProblemException;

/**
 * Answers a tool: within the share of the caller's requests, with what was asked checked as in the REST interface. What is wrong is
 * an answer too, in words that an agent can act on. Thread-safe.
 */
@ApplicationScoped
class Asking {

    private static final Logger LOG = Logger.getLogger(Asking.class);

    private final Validator validator;
    private final ObjectMapper json;
    private final RequestShares shares;

    Asking(Validator validator, ObjectMapper json, RequestShares shares) {
        this.validator = validator;
        this.json = json;
        this.shares = shares;
    }

    /**
     * @param parameters what is asked, to be checked by its constraints
     * @param answer gives what is answered, as JSON
     */
    ToolResponse answer(List<?> parameters, Supplier<?> answer) {
        for (Object asked : parameters) {
            var wrong = validator.validate(asked);
            if (!wrong.isEmpty()) {
                return ToolResponse.error(said(wrong.iterator().next()));
            }
        }
        try {
            return ToolResponse.success(json.writeValueAsString(inTurn(answer)));
        } catch (ProblemException refused) {
            return ToolResponse.error(refused.getMessage());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("answers are plain records", e);
        } catch (RuntimeException e) {
            LOG.error("tool failed", e);
            return ToolResponse.error("It cannot be answered at the moment. Ask again in some seconds.");
        }
    }

    private Object inTurn(Supplier<?> answer) {
        Places.Place place = shares.take();
        try {
            return answer.get();
        } finally {
            place.close();
        }
    }

    private static String said(ConstraintViolation<?> wrong) {
        String name = "";
        for (Path.Node node : wrong.getPropertyPath()) {
            name = node.getName() == null ? name : node.getName();
        }
        return (name.equals("q") ? "words" : name) + " " + wrong.getMessage();
    }
}
