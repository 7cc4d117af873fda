package org.onrecord.chassis.problem;

import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Problem documents for what ends before it reaches a resource: what is refused, unknown paths, bodies over the limit. */
@ApplicationScoped
public class ProblemRoutes {

    /** The order of the first check after that of the body's length, which comes before everything. */
    public static final int SECOND = Integer.MIN_VALUE + 1;

    private static final int DISCARDED_LIMITS = 10;

    private final ObjectMapper mapper;
    private final long limit;

    ProblemRoutes(ObjectMapper mapper, @ConfigProperty(name = "onrecord.largest-body") MemorySize largestBody) {
        this.mapper = mapper;
        this.limit = largestBody.asLongValue();
    }

    void register(@Observes Router router) {
        router.errorHandler(ProblemType.NOT_FOUND.status(), context -> answer(context, ProblemType.NOT_FOUND));
        router.errorHandler(ProblemType.TOO_LARGE.status(), this::answerTooLarge);
    }

    /** A caller who is still sending reads no answer and sees a broken pipe, so what is sent is read and thrown away. */
    public void turnAwayTooLarge(RoutingContext context) {
        HttpServerRequest request = context.request();
        long length = contentLength(request);
        if (length <= limit) {
            context.next();
        } else if (length <= limit * DISCARDED_LIMITS) {
            request.handler(discarded -> {});
            request.endHandler(end -> answerTooLarge(context));
            request.resume();
        } else {
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            answerTooLarge(context).onComplete(sent -> request.connection().close());
        }
    }

    /** More digits than a length has are more than any limit. */
    private static long contentLength(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    private Future<Void> answerTooLarge(RoutingContext context) {
        return answer(context, ProblemType.TOO_LARGE, "Send at most %,d bytes (%d MB).".formatted(limit, limit >> 20));
    }

    private void answer(RoutingContext context, ProblemType type) {
        answer(context, type, type.advice());
    }

    /**
     * Ends a request with a problem document, if nothing has ended it yet.
     *
     * @param detail what to do
     * @return when it is sent
     */
    public Future<Void> answer(RoutingContext context, ProblemType type, String detail) {
        if (context.response().ended()) {
            return Future.succeededFuture();
        }
        if (type.passes() && !context.response().headers().contains(HttpHeaders.RETRY_AFTER)) {
            context.response().putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Problem.RETRY_AFTER_SECONDS));
        }
        return context.response()
                .setStatusCode(type.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(json(Problem.of(type, detail, context.request().path())));
    }

    /** Reads what is still sent of the body of a request that was answered, and ends its connection if that is too much. */
    public void throwAwayRest(HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        AtomicLong left = new AtomicLong(limit * DISCARDED_LIMITS);
        request.handler(discarded -> {
            if (left.addAndGet(-discarded.length()) < 0) {
                request.connection().close();
            }
        });
        request.resume();
    }

    private Buffer json(Problem problem) {
        try {
            return Buffer.buffer(mapper.writeValueAsBytes(problem));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("problems are plain records", e);
        }
    }
}
