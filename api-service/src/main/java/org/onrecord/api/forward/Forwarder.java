package org.onrecord.api.forward;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import org.jboss.logging.Logger;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;

import org.onrecord.chassis.access.ServiceToken;
import org.onrecord.chassis.problem.ProblemException;
import org.onrecord.chassis.problem.ProblemType;

/**
 * Passes a request on and its answer back, problems included: the services have one form of them. Blocks; made to be
 * called from virtual threads. Thread-safe.
 */
@ApplicationScoped
class Forwarder {

    private static final Logger LOG = Logger.getLogger(Forwarder.class);
    private static final Duration CONNECT = Duration.ofSeconds(2);
    /** Longer than the NLP service takes for the longest text. */
    private static final Duration ANSWER = Duration.ofSeconds(60);

    /** Of an answer, what its reader needs; the rest is between the services. Links are paths, the same there and here. */
    private static final List<String> PASSED_BACK = List.of("Content-Type", "Link", "Location", "Retry-After");

    private static final String JSON = "application/json";

    private final ServiceUrls services;
    private final ServiceToken token;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    Forwarder(ServiceUrls services, ServiceToken token) {
        this.services = services;
        this.token = token;
    }

    /**
     * @param path with its query, in ASCII
     * @param body JSON; empty for a method without one
     * @throws ProblemException if the service cannot be reached
     */
    Response forward(Service service, String method, String path, byte[] body) {
        return forward(service, method, path, body, JSON, JSON);
    }

    /**
     * @param path with its query, in ASCII
     * @param body empty for a method without one
     * @param mediaType of the body
     * @param accepted media type of the answer
     * @throws ProblemException if the service cannot be reached
     */
    Response forward(Service service, String method, String path, byte[] body, String mediaType, String accepted) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base(service).resolve(path))
                .timeout(ANSWER)
                .header("Accept", accepted)
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        W3CTraceContextPropagator.getInstance().inject(Context.current(), request, HttpRequest.Builder::header);
        token.header().ifPresent(value -> request.header("Authorization", value));
        if (body.length > 0) {
            request.header("Content-Type", mediaType);
        }
        try {
            return answer(client.send(request.build(), BodyHandlers.ofInputStream()));
        } catch (IOException e) {
            throw away(service, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away(service, e);
        }
    }

    private URI base(Service service) {
        return switch (service) {
            case SCRAPER -> services.scraper();
            case READER -> services.reader();
        };
    }

    private static Response answer(HttpResponse<InputStream> answer) {
        Response.ResponseBuilder response = Response.status(answer.statusCode());
        PASSED_BACK.forEach(name -> answer.headers().firstValue(name).ifPresent(value -> response.header(name, value)));
        return answer.statusCode() == Response.Status.NO_CONTENT.getStatusCode()
                ? response.build()
                : response.entity(answer.body()).build();
    }

    static ProblemException away(Service service, Exception cause) {
        LOG.warnf("service away, service=%s cause=%s", service, cause);
        ProblemType away = switch (service) {
            case SCRAPER -> ProblemType.SCRAPER_AWAY;
            case READER -> ProblemType.READER_AWAY;
        };
        return new ProblemException(away, "Send it again later.");
    }
}
