package org.onrecord.chassis.door;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.Context;
import io.vertx.core.VertxException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import org.onrecord.chassis.access.ServiceToken;
import org.onrecord.chassis.problem.ProblemRoutes;
import org.onrecord.chassis.problem.ProblemType;

/**
 * Stands before everything that a service answers. Where everybody may ask, "everybody" is not every page in a browser on
 * this machine: those are told by the host that they ask for, and by what the browser says of where they come from.
 */
@ApplicationScoped
class FrontDoor {

    /** After the keys are asked: whoever has none learns nothing about bodies. */
    private static final int AFTER_ACCESS = Integer.MIN_VALUE + 3;

    /** Behind the server's own limit, which is that of bodies that are read as they come. */
    private static final int BEHIND_LIMIT = RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT + 1;

    /** A body of the largest size over a slow line; whoever takes longer only holds a connection. */
    private static final long BODY_WITHIN = Duration.ofMinutes(2).toMillis();

    private static final long STREAM_WITHIN = Duration.ofHours(6).toMillis();

    /** What a browser shall not do with an answer, errors and pages included: guess its type, frame it, hand it to other sites. */
    private static final Map<String, String> PROTECTION = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Content-Security-Policy", "frame-ancestors 'none'",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Referrer-Policy", "no-referrer");

    private static final String ONE_HOST = "Send it by HTTP/1.1 with one header Host, as RFC 9112 has it.";

    /** What a body becomes in memory is several times its bytes. */
    private static final int HEAP_SHARE = 12;

    private final ProblemRoutes problems;
    private final ServiceToken token;
    private final boolean open;
    private final OwnHosts own;
    private final long largestBody;
    private final BodyShares bodies;
    private final FormPaths forms;
    private final StreamPaths streams;
    private final XmlPaths xml;

    FrontDoor(
            ProblemRoutes problems,
            ServiceToken token,
            @ConfigProperty(name = "onrecord.access.mode", defaultValue = "keys") String mode,
            @ConfigProperty(name = "onrecord.hosts") Optional<String> hosts,
            @ConfigProperty(name = "onrecord.form-paths") Optional<List<String>> formPaths,
            @ConfigProperty(name = "onrecord.largest-body") MemorySize largestBody,
            @ConfigProperty(name = "onrecord.stream-paths") Optional<List<String>> streamPaths,
            @ConfigProperty(name = "onrecord.xml-paths") Optional<List<String>> xmlPaths,
            @ConfigProperty(name = "onrecord.body-memory") Optional<MemorySize> bodyMemory) {
        this.problems = problems;
        this.token = token;
        this.open = mode.equalsIgnoreCase("open");
        this.forms = new FormPaths(formPaths.orElse(List.of()));
        this.streams = new StreamPaths(streamPaths.orElse(List.of()));
        this.xml = new XmlPaths(xmlPaths.orElse(List.of()));
        this.own = OwnHosts.and(hosts.orElse(""));
        this.largestBody = largestBody.asLongValue();
        this.bodies = new BodyShares(bodyMemory
                .map(MemorySize::asLongValue)
                .orElse(Math.max(2 * this.largestBody, Runtime.getRuntime().maxMemory() / HEAP_SHARE)));
    }

    void register(@Observes Router router) {
        router.route()
                .order(Integer.MIN_VALUE)
                .handler(FrontDoor::protect)
                .handler(this::limitBody)
                .handler(this::checkSender)
                .handler(this::turnAwayTooLarge)
                .failureHandler(this::refuseUnreadable);
        router.route().order(AFTER_ACCESS).handler(this::checkBodyType).handler(this::takeBody);
        router.route().order(BEHIND_LIMIT).handler(this::limitUnsaidLength);
    }

    private void turnAwayTooLarge(RoutingContext context) {
        if (streams.take(context.normalizedPath())) {
            context.next();
        } else {
            problems.turnAwayTooLarge(context);
        }
    }

    private void limitUnsaidLength(RoutingContext context) {
        if (!streams.take(context.normalizedPath())) {
            context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, largestBody);
        }
        context.next();
    }

    private static void protect(RoutingContext context) {
        PipelineLimit.watch(context.request().connection());
        PROTECTION.forEach(context.response()::putHeader);
        context.next();
    }

    /** No Host, or a version that is not spoken here: the router gives up before it asks any handler. */
    private void refuseUnreadable(RoutingContext context) {
        if (context.statusCode() == ProblemType.BAD_REQUEST.status() && context.failure() instanceof VertxException) {
            PROTECTION.forEach(context.response()::putHeader);
            problems.answer(context, ProblemType.BAD_REQUEST, ONE_HOST);
        } else {
            context.next();
        }
    }

    /**
     * Bytes that trickle keep a connection from being idle, so that its idle timeout never ends it. And a body may go on
     * behind the answer, which nobody waits for who sends one without end.
     */
    private void limitBody(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (hasBody(request)) {
            long within = streams.take(context.normalizedPath()) ? STREAM_WITHIN : BODY_WITHIN;
            long timer = context.vertx().setTimer(within, late -> {
                if (!request.isEnded()) {
                    request.connection().close();
                }
            });
            Context loop = context.vertx().getOrCreateContext();
            context.addEndHandler(answered -> loop.runOnContext(now -> {
                if (request.isEnded()) {
                    context.vertx().cancelTimer(timer);
                } else {
                    problems.throwAwayRest(request);
                }
            }));
        }
        context.next();
    }

    private void checkSender(RoutingContext context) {
        Asked asked = Asked.of(context.request());
        if (!asked.isClear()) {
            problems.answer(context, ProblemType.BAD_REQUEST, ONE_HOST);
        } else if (!open || showsToken(context.request())) {
            context.next();
        } else if (!asked.isFor(own)) {
            problems.answer(
                    context,
                    ProblemType.MISDIRECTED_REQUEST,
                    "Ask for it as localhost, 127.0.0.1 or [::1]. No keys are asked for here, so other names are not"
                            + " answered, unless the variable ONRECORD_HOSTS lists them.");
        } else if (Sender.of(
                        context.request().method().name(),
                        asked.hosts(),
                        context.request().headers())
                .isForeign(own)) {
            problems.answer(
                    context,
                    ProblemType.FOREIGN_PAGE,
                    "Pages of other sites are not answered here, since no keys are asked for: have a server ask instead. Behind"
                            + " a proxy, list the host that browsers know it by in the variable ONRECORD_HOSTS.");
        } else {
            context.next();
        }
    }

    /** A page knows no service token, so whoever shows it is the API service, under whatever name it found this one. */
    private boolean showsToken(HttpServerRequest request) {
        return token.isSet() && token.isShownBy(request.getHeader(HttpHeaders.AUTHORIZATION));
    }

    /**
     * Any page may have a form or a script send a body of another type, or of none, without being asked whether it may. Our own
     * forms have a token, and are taken where it is looked for.
     */
    private void checkBodyType(RoutingContext context) {
        HttpServerRequest request = context.request();
        List<String> types = request.headers().getAll(HttpHeaders.CONTENT_TYPE);
        Optional<String> advice = hasBody(request) ? advice(context.normalizedPath(), types) : Optional.empty();
        if (advice.isPresent()) {
            problems.answer(context, ProblemType.UNSUPPORTED_MEDIA_TYPE, advice.get());
        } else {
            context.next();
        }
    }

    /** What to send instead of a body of a type; empty if that is taken. */
    private Optional<String> advice(String path, List<String> types) {
        if (streams.take(path)) {
            return Optional.of("Send JSON Lines, with the header Content-Type: application/jsonl, or application/gzip.")
                    .filter(refused -> !streams.take(path, types));
        }
        if (xml.take(path)) {
            return Optional.of("Send OPML, with the header Content-Type: text/x-opml.")
                    .filter(refused -> !xml.take(path, types));
        }
        return Optional.of("Send the body as JSON in UTF-8, with the header Content-Type: application/json.")
                .filter(refused -> !JsonType.isSaidBy(types) && !forms.take(path, types));
    }

    /** Bodies are read into memory before anybody looks at them, so only so many are read at a time. */
    private void takeBody(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!hasBody(request)) {
            context.next();
            return;
        }
        if (context.response().closed()) {
            // The caller left while its key was checked: nobody would be told that this has ended.
            return;
        }
        Optional<Object> holder = Holder.of(context);
        long bytes = length(request);
        if (bodies.take(holder, bytes)) {
            new TakenBody(() -> bodies.giveBack(holder, bytes)).of(context);
            context.next();
        } else {
            problems.answer(context, ProblemType.BUSY, "Send it again soon, with fewer large bodies at a time.");
        }
    }

    /** The length that is said, and the largest where none is; of what is read as it comes, no more is in memory. */
    private long length(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? largestBody : Math.min(largestBody, Long.parseLong(length.strip()));
    }

    private static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                || length != null && !length.strip().matches("0+");
    }
}
