package org.onrecord.api.openapi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;

import org.onrecord.chassis.problem.Problem;

/**
 * Answers clients that are generated from the document: where nothing is answered but problems, as for DELETE, some say that they take
 * problems alone.
 */
@ApplicationScoped
class GeneratedClients {

    /** Before the resources are looked for, and after who asks was looked at. */
    private static final int BEFORE_RESOURCES = -10;

    void register(@Observes Router router) {
        router.route("/v1/*").order(BEFORE_RESOURCES).handler(context -> {
            HttpServerRequest request = context.request();
            if (Problem.MEDIA_TYPE.equals(request.getHeader(HttpHeaders.ACCEPT))) {
                request.headers().set(HttpHeaders.ACCEPT, "application/json, " + Problem.MEDIA_TYPE);
            }
            context.next();
        });
    }
}
