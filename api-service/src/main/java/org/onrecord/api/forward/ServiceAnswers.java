package org.onrecord.api.forward;

import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.onrecord.chassis.problem.Problem;
import org.onrecord.chassis.problem.ProblemException;
import org.onrecord.chassis.problem.ProblemType;

/** Asks the services behind this one and reads what they answer. Blocks; thread-safe. */
@ApplicationScoped
public class ServiceAnswers {

    private static final byte[] NOTHING = {};

    private final Forwarder forwarder;
    private final ObjectMapper json;

    ServiceAnswers(Forwarder forwarder, ObjectMapper json) {
        this.forwarder = forwarder;
        this.json = json;
    }

    /**
     * @param path with its query, in ASCII
     * @return what it answers to GET
     * @throws ProblemException that of the service, or that it cannot be reached
     */
    public <T> T get(Service service, String path, Class<T> type) {
        return read(service, forwarder.forward(service, "GET", path, NOTHING), type);
    }

    /**
     * @param body is sent as JSON
     * @throws ProblemException likewise
     */
    public <T> T send(Service service, String method, String path, Object body, Class<T> type) {
        return read(service, forwarder.forward(service, method, path, written(body)), type);
    }

    /**
     * Adds the sources of a list of subscriptions.
     *
     * @param document OPML
     * @return what became of each of its outlines
     * @throws ProblemException likewise, also if it is no OPML; nothing was added then
     */
    public OpmlOutcome addSources(byte[] document) {
        Response answer = forwarder.forward(
                Service.SCRAPER,
                "POST",
                NewSourcesResource.PATH,
                document,
                SourceListResource.OPML,
                MediaType.APPLICATION_JSON);
        return read(Service.SCRAPER, answer, OpmlOutcome.class);
    }

    /** @throws ProblemException likewise */
    public void delete(Service service, String path) {
        Response answer = forwarder.forward(service, "DELETE", path, NOTHING);
        if (answer.getStatus() >= 400) {
            read(service, answer, Void.class);
        }
    }

    private byte[] written(Object body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("bodies are plain records", e);
        }
    }

    private <T> T read(Service service, Response answer, Class<T> type) {
        try (InputStream body = (InputStream) answer.getEntity()) {
            if (answer.getStatus() >= 400) {
                throw refused(json.readValue(body, Problem.class));
            }
            return json.readValue(body, type);
        } catch (IOException e) {
            throw Forwarder.away(service, e);
        }
    }

    private static ProblemException refused(Problem problem) {
        ProblemType type = Stream.of(ProblemType.values())
                .filter(known -> known.uri().equals(problem.type()))
                .findFirst()
                .orElse(ProblemType.INTERNAL);
        return new ProblemException(type, problem.detail());
    }
}
