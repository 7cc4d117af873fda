package org.onrecord.api.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.github.bucket4j.ConsumptionProbe;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import org.onrecord.api.parameter.DeclaredParameters;
import org.onrecord.chassis.backing.DatabaseTrouble;
import org.onrecord.chassis.problem.ProblemRoutes;
import org.onrecord.chassis.problem.ProblemType;

/** Stands before everything that the service answers, its own pages and metrics included: no key, no answer. */
@ApplicationScoped
class AccessRoutes {
    private static final Logger LOG = Logger.getLogger(AccessRoutes.class);

    /** After the checks of the body's length and of the tables, which cost nothing, and before all else. */
    private static final int THIRD = Integer.MIN_VALUE + 2;

    private static final String HEALTH = "/q/health";
    private static final String HOW = "Send the header Authorization: Bearer KEY; ./onrecord key create makes a key.";

    private final AccessConfig config;
    private final AccessKeys keys;
    private final ProviderTokens tokens;
    private final SecureHosts hosts;
    private final RequestRates rates;
    private final ProblemRoutes problems;

    AccessRoutes(
            AccessConfig config,
            AccessKeys keys,
            ProviderTokens tokens,
            SecureHosts hosts,
            RequestRates rates,
            ProblemRoutes problems) {
        this.config = config;
        this.keys = keys;
        this.tokens = tokens;
        this.hosts = hosts;
        this.rates = rates;
        this.problems = problems;
    }

    void register(@Observes Router router) {
        if (config.mode() == AccessConfig.Mode.KEYS) {
            router.route().order(THIRD).handler(this::check);
        }
    }

    private void check(RoutingContext context) {
        String path = context.normalizedPath();
        if (path.equals(HEALTH) || path.startsWith(HEALTH + "/") || PagePaths.isForEverybody(path)) {
            context.next();
            return;
        }
        String authorization = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        Optional<KeySecret> secret = KeySecret.ofHeader(authorization);
        Optional<String> token = tokens.ofHeader(authorization);
        Optional<KeySecret> inAddress = inAddress(context, path, authorization);
        Optional<SessionSecret> session = session(context, path, authorization);
        if (secret.isPresent()) {
            await(context, keys.find(secret.get()), found -> admit(context, found));
        } else if (token.isPresent()) {
            await(context, tokens.caller(token.get()), caller -> admit(context, caller));
        } else if (inAddress.isPresent()) {
            await(context, keys.find(inAddress.get()), found -> admitByAddress(context, found));
        } else if (session.isPresent()) {
            await(context, keys.find(session.get()), found -> admit(context, found));
        } else {
            refuse(context, HOW);
        }
    }

    /**
     * A browser sends its cookie by itself, whoever made it ask: so it opens what only reads, and those changes whose pages look
     * for the token of their form.
     */
    private Optional<SessionSecret> session(RoutingContext context, String path, String authorization) {
        boolean reads = Scope.neededFor(context.request().method().name(), path).onlyReads();
        if (authorization != null || !(reads || PagePaths.isPage(path))) {
            return Optional.empty();
        }
        boolean secure = hosts.areCookiesSecure(context.request().getHeader(HttpHeaders.HOST));
        return Optional.ofNullable(context.request().getCookie(PageCookie.SESSION.name(secure)))
                .flatMap(cookie -> SessionSecret.ofCookie(cookie.getValue()));
    }

    /** Of a feed reader, which cannot send headers. */
    private static Optional<KeySecret> inAddress(RoutingContext context, String path, String authorization) {
        String query = context.request().query();
        if (authorization != null || query == null || !FeedPaths.isFeed(path)) {
            return Optional.empty();
        }
        try {
            return DeclaredParameters.values(query).getOrDefault(FeedPaths.KEY, List.of()).stream()
                    .findFirst()
                    .flatMap(KeySecret::ofText);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private <T> void await(RoutingContext context, CompletionStage<T> answer, Consumer<T> next) {
        await(context, Future.fromCompletionStage(answer, context.vertx().getOrCreateContext()), next);
    }

    private <T> void await(RoutingContext context, Future<T> answer, Consumer<T> next) {
        // The body waits meanwhile: nobody reads it yet.
        context.request().pause();
        answer.onSuccess(next::accept).onFailure(e -> {
            switch (e instanceof CompletionException ? e.getCause() : e) {
                case RefusedTokenException refused -> refuse(context, refused.getMessage());
                case ProviderAwayException away -> {
                    LOG.debugf("token cannot be checked, cause=%s", away.getMessage());
                    answer(context, ProblemType.PROVIDER_AWAY, "Ask again in some seconds, or use a key.");
                }
                case TooManyWaitException tooMany ->
                    answer(context, ProblemType.BUSY, "Too many keys and tokens are being checked; ask again soon.");
                case TimeoutException slow -> answer(context, ProblemType.DATABASE_AWAY, "Ask again in some seconds.");
                case Throwable cause -> away(context, cause);
            }
        });
    }

    /** Addresses are kept in logs, histories and lists of subscriptions: no key that can do more is taken from one. */
    private void admitByAddress(RoutingContext context, Optional<Caller> found) {
        if (found.isPresent() && found.get().scope() != Scope.FEED) {
            answer(
                    context,
                    ProblemType.FORBIDDEN,
                    "Only a key of scope feed may stand in an address. Revoke this one, since others may have read it there.");
        } else {
            admit(context, found);
        }
    }

    private void admit(RoutingContext context, Optional<Caller> found) {
        if (found.isEmpty() || found.get().isRevoked()) {
            refuse(context, "There is no such key, or no longer. " + HOW);
        } else if (found.get().isExpired(Instant.now())) {
            refuse(context, "The key expired at " + found.get().expiresAt() + ". " + HOW);
        } else {
            admit(context, found.get());
        }
    }

    private void admit(RoutingContext context, Caller caller) {
        if (isWithinRate(context, caller)) {
            Callers.remember(context, caller);
            checkScope(context, caller);
        }
    }

    private boolean isWithinRate(RoutingContext context, Caller key) {
        ConsumptionProbe probe = rates.take(key);
        context.response().putHeader("RateLimit-Policy", rates.policy()).putHeader("RateLimit", rates.limit(probe));
        if (probe.isConsumed()) {
            return true;
        }
        long seconds = RequestRates.seconds(probe.getNanosToWaitForRefill());
        context.response().putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        answer(
                context,
                ProblemType.TOO_MANY_REQUESTS,
                "Ask again in " + seconds + " s; a key may ask " + config.requestsPerMinute() + " times a minute.");
        return false;
    }

    private void checkScope(RoutingContext context, Caller key) {
        String method = context.request().method().name();
        Scope needed = RequiredScope.of(method, context.normalizedPath());
        if (!key.scope().allows(needed)) {
            answer(
                    context,
                    ProblemType.FORBIDDEN,
                    "What you sent allows to " + key.scope() + "; use a key of scope " + needed + ".");
        } else if (needed.onlyReads()) {
            goOn(context);
        } else {
            String path = context.normalizedPath();
            await(
                    context,
                    context.vertx()
                            .executeBlocking(
                                    () -> {
                                        keys.audit(key, method, path);
                                        return key;
                                    },
                                    false),
                    noted -> goOn(context));
        }
    }

    private static void goOn(RoutingContext context) {
        context.request().resume();
        context.next();
    }

    private void refuse(RoutingContext context, String detail) {
        if (PagePaths.isPage(context.normalizedPath())) {
            context.request().resume();
            context.response()
                    .setStatusCode(303)
                    .putHeader(HttpHeaders.LOCATION, signIn(context))
                    .end();
            return;
        }
        context.response().putHeader("WWW-Authenticate", "Bearer realm=\"onrecord\"");
        answer(context, ProblemType.UNAUTHENTICATED, detail);
    }

    /** The page to sign in on, which leads back to the page that was asked for. */
    private static String signIn(RoutingContext context) {
        String asked = context.request().uri();
        return context.request().method() == HttpMethod.GET && asked.startsWith("/") && !asked.equals("/")
                ? PagePaths.SIGN_IN + "?to=" + URLEncoder.encode(asked, StandardCharsets.UTF_8)
                : PagePaths.SIGN_IN;
    }

    private void away(RoutingContext context, Throwable cause) {
        DatabaseTrouble trouble = DatabaseTrouble.of(cause);
        if (!trouble.passes()) {
            LOG.error("key cannot be checked", cause);
        }
        answer(
                context,
                ProblemType.DATABASE_AWAY,
                trouble == DatabaseTrouble.READ_ONLY
                        ? "It takes nothing new at the moment, but questions are answered. Send this again in some minutes."
                        : "Ask again in some seconds.");
    }

    private void answer(RoutingContext context, ProblemType cause, String detail) {
        context.request().resume();
        problems.answer(context, cause, detail);
    }
}
