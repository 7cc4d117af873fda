package org.onrecord.api.access;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.NewCookie;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.runtime.StartupEvent;

import org.onrecord.api.access.ProviderDocuments.Answer;

/**
 * Signs browsers in at the operator's OpenID Connect provider, by a code (OpenID Connect Core 1.0, section 3.1) with PKCE (RFC
 * 7636). What somebody may is what their access token allows, as if they had sent it themselves; the ID token only shows that it
 * answers this sign-in. No token is kept. Blocks; thread-safe.
 */
@ApplicationScoped
public class ProviderSignIn {
    private static final Logger LOG = Logger.getLogger(ProviderSignIn.class);

    /** Who has begun has as long to find their password. */
    private static final Duration BEGUN = Duration.ofMinutes(10);

    /** Anybody may send codes, each of which costs the provider a question. */
    private static final int MOST_AT_ONCE = 16;

    private static final int MOST_WAITING = 256;

    /** Anybody may have it fail as often as they like. */
    private static final Duration BETWEEN_WARNINGS = Duration.ofMinutes(1);

    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;

    /** RFC 6749, section 5.2: it is not the code that is wrong, but how this service is known there. */
    private static final Set<String> OF_THE_CLIENT = Set.of("invalid_client", "unauthorized_client");

    private static final Pattern ERROR = Pattern.compile("[a-z_]{1,40}");
    private static final int LONGEST_CODE = 4096;

    private final AccessConfig config;
    private final ProviderTokens tokens;
    private final Sessions sessions;
    private final ObjectMapper json;
    private final ProviderDocuments documents;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE, true);
    private final Semaphore waiting = new Semaphore(MOST_WAITING);
    private final AtomicLong warnedAt = new AtomicLong(System.nanoTime() - BETWEEN_WARNINGS.toNanos());

    ProviderSignIn(AccessConfig config, ProviderTokens tokens, Sessions sessions, ObjectMapper json) {
        this.config = config;
        this.tokens = tokens;
        this.sessions = sessions;
        this.json = json;
        this.documents = new ProviderDocuments(config.oidc().signInPatience());
    }

    /** @throws IllegalStateException if there is a client, but not all that is needed with it */
    void check(@Observes StartupEvent started) {
        AccessConfig.Oidc oidc = config.oidc();
        boolean isComplete = oidc.issuer().isPresent()
                && oidc.site().filter(ProviderSignIn::isOrigin).isPresent();
        if (oidc.clientId().isPresent() && !isComplete) {
            throw new IllegalStateException(
                    "ONRECORD_ACCESS_OIDC_CLIENT_ID is set: ONRECORD_ACCESS_OIDC_ISSUER must be the URL of the provider that"
                            + " people sign in at, and ONRECORD_ACCESS_OIDC_SITE scheme, host and port under which browsers"
                            + " reach the pages, such as https://onrecord.desk.example; without TLS localhost alone, such as"
                            + " http://localhost:8080");
        }
    }

    /** Whether people can sign in so. */
    public boolean isOffered() {
        return sessions.areNeeded() && config.oidc().clientId().isPresent();
    }

    /** Who runs it, as one knows it: the host of the provider. */
    public String host() {
        return URI.create(issuer()).getHost();
    }

    /** Where a browser is sent to, and what it keeps until it comes back. */
    public record Begun(URI location, NewCookie cookie) {}

    /**
     * Begins to sign a browser in.
     *
     * @param to where it goes on then: a path of this service
     * @param secure whether the cookie may travel by TLS alone
     * @return empty if the provider cannot be asked now where
     */
    public Optional<Begun> begin(String to, boolean secure) {
        SignInAttempt attempt = SignInAttempt.to(to);
        try {
            URI asked = endpoints().authorization().orElseThrow(() -> unnamed("authorization_endpoint"));
            Map<String, String> question = new LinkedHashMap<>();
            question.put("response_type", "code");
            question.put("client_id", clientId());
            question.put("redirect_uri", redirect());
            question.put("scope", "openid " + config.oidc().scopes());
            question.put("state", attempt.state());
            question.put("nonce", attempt.nonce());
            question.put("code_challenge", attempt.challenge());
            question.put("code_challenge_method", "S256");
            return Optional.of(new Begun(
                    with(asked, question), PageCookie.SIGN_IN.of(attempt.cookie(), secure, (int) BEGUN.toSeconds())));
        } catch (ProviderAwayException | TooManyWaitException e) {
            warn(e.getMessage());
            return Optional.empty();
        }
    }

    /** The cookie that takes back what a browser kept. */
    public static NewCookie ended(boolean secure) {
        return PageCookie.SIGN_IN.of("", secure, 0);
    }

    /**
     * Ends to sign a browser in, whatever came of it. While many do so it waits for its turn, for some seconds at most.
     *
     * @param said by the provider through the browser, or by anybody
     * @param kept the value of the cookie that the browser was given; null if it has none
     * @param secure whether its session's cookie may travel by TLS alone
     * @throws org.onrecord.chassis.problem.ProblemException if the database is away
     */
    public SignedIn end(SignInAnswer said, @Nullable String kept, boolean secure) {
        Optional<SignInAttempt> attempt = SignInAttempt.ofCookie(kept).filter(begun -> begun.isAnsweredBy(said.state));
        boolean isOthers = said.iss != null && !said.iss.equals(issuer());
        if (attempt.isEmpty() || isOthers) {
            return new SignedIn.Strange();
        }
        if (said.error != null || said.code == null || said.code.length() > LONGEST_CODE) {
            return new SignedIn.Denied(String.valueOf(said.error));
        }
        if (!isInTurn()) {
            return new SignedIn.Away();
        }
        try {
            Caller caller = exchanged(said.code, attempt.get());
            return new SignedIn.In(
                    sessions.open(issuer(), caller, secure), attempt.get().to());
        } catch (RefusedTokenException e) {
            LOG.debugf("not signed in, cause=%s", e.getMessage());
            return new SignedIn.Refused(e.getMessage());
        } catch (RefusedClientException e) {
            warn(e.getMessage());
            return new SignedIn.Denied("invalid_client");
        } catch (ProviderAwayException | TooManyWaitException e) {
            warn(e.getMessage());
            return new SignedIn.Away();
        } finally {
            places.release();
        }
    }

    /** Whether there is a place, which must be given back then. */
    private boolean isInTurn() {
        if (!waiting.tryAcquire()) {
            return false;
        }
        try {
            return places.tryAcquire(config.oidc().placePatience().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting.release();
        }
    }

    /** For whoever runs this. */
    private void warn(String cause) {
        long last = warnedAt.get();
        long now = System.nanoTime();
        boolean isDue = now - last >= BETWEEN_WARNINGS.toNanos() && warnedAt.compareAndSet(last, now);
        LOG.logf(isDue ? Logger.Level.WARN : Logger.Level.DEBUG, "nobody can sign in, cause=%s", cause);
    }

    /**
     * Where a browser is sent to that signed out here, so that it is signed out of the provider too.
     *
     * @return empty if the provider has no such place, or did not say yet
     */
    public Optional<URI> signOut() {
        if (!isOffered()) {
            return Optional.empty();
        }
        Map<String, String> wish = new LinkedHashMap<>();
        wish.put("client_id", clientId());
        wish.put("post_logout_redirect_uri", site() + PagePaths.SIGN_IN);
        return tokens.endpointsOfLate().flatMap(ProviderEndpoints::endSession).map(at -> with(at, wish));
    }

    private Caller exchanged(String code, SignInAttempt attempt) throws RefusedTokenException, RefusedClientException {
        JsonNode answer = answer(code, attempt);
        String accessToken = answer.path("access_token").asText();
        String idToken = answer.path("id_token").asText();
        if (!answer.path("token_type").asText().equalsIgnoreCase("Bearer")) {
            throw new RefusedTokenException("The provider gave no access token of the type Bearer.");
        }
        String subject = read(tokens.subject(idToken, new IdTokenClaims(issuer(), clientId(), attempt.nonce())));
        Caller caller = read(tokens.caller(accessToken));
        if (!caller.name().equals(subject)) {
            throw new RefusedTokenException("The provider's access token is about somebody else than its ID token.");
        }
        return caller;
    }

    /** RFC 6749, section 4.1.3. */
    private JsonNode answer(String code, SignInAttempt attempt) throws RefusedTokenException, RefusedClientException {
        ProviderEndpoints endpoints = endpoints();
        URI at = endpoints.token().orElseThrow(() -> unnamed("token_endpoint"));
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", redirect());
        form.put("code_verifier", attempt.verifier());
        Optional<String> secret = config.oidc().clientSecret();
        boolean isInHeader = secret.isPresent() && !endpoints.secretInForm();
        if (!isInHeader) {
            form.put("client_id", clientId());
            secret.ifPresent(value -> form.put("client_secret", value));
        }
        try {
            long deadline = System.nanoTime() + config.oidc().signInPatience().toNanos();
            Answer answer = documents.post(
                    at, form(form), secret.filter(value -> isInHeader).map(this::basic), deadline);
            if (answer.status() >= 500) {
                throw new ProviderAwayException(at + " answers " + answer.status(), null);
            }
            if (answer.status() != OK) {
                refuse(answer);
            }
            return json.readTree(answer.body());
        } catch (JsonProcessingException e) {
            // Its message may tell of what was answered.
            throw new ProviderAwayException(at + " answers no JSON", e);
        } catch (IOException e) {
            throw new ProviderAwayException(e.getMessage(), e);
        }
    }

    /** RFC 6749, section 5.2. */
    private void refuse(Answer answer) throws RefusedTokenException, RefusedClientException {
        String error = error(answer.body());
        String why = error.isEmpty() ? "" + answer.status() : answer.status() + ", " + error;
        if (answer.status() == UNAUTHORIZED || OF_THE_CLIENT.contains(error)) {
            throw new RefusedClientException("the provider does not take this service for its client (" + why + ")");
        }
        throw new RefusedTokenException("The provider did not take the code (" + why + ").");
    }

    /** Its name for the cause; "" if it tells none that can be shown. */
    private String error(byte[] body) {
        try {
            String error = json.readTree(body).path("error").asText();
            return ERROR.matcher(error).matches() ? error : "";
        } catch (IOException e) {
            return "";
        }
    }

    /** Somebody has to look at how this service is set up. */
    private static final class RefusedClientException extends Exception {
        private static final long serialVersionUID = 1L;

        RefusedClientException(String message) {
            super(message);
        }
    }

    /** RFC 6749, section 2.3.1. */
    private String basic(String secret) {
        String both = encoded(clientId()) + ":" + encoded(secret);
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.US_ASCII));
    }

    private ProviderEndpoints endpoints() {
        try {
            return read(tokens.endpoints());
        } catch (RefusedTokenException e) {
            throw new IllegalStateException("no token was read", e);
        }
    }

    private static <T> T read(CompletableFuture<T> answer) throws RefusedTokenException {
        try {
            return answer.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RefusedTokenException refused -> throw refused;
                case RuntimeException other -> throw other;
                default -> throw e;
            }
        }
    }

    private static ProviderAwayException unnamed(String endpoint) {
        return new ProviderAwayException("the provider's description has no " + endpoint + " that can be used", null);
    }

    private String issuer() {
        return config.oidc().issuer().orElseThrow();
    }

    private String clientId() {
        return config.oidc().clientId().orElseThrow();
    }

    private String site() {
        return config.oidc().site().orElseThrow().replaceAll("/$", "");
    }

    /** The same whatever host a browser asked for: the provider compares it letter by letter (RFC 9700, section 2.1). */
    private String redirect() {
        return site() + PagePaths.FROM_PROVIDER;
    }

    private static boolean isOrigin(String site) {
        try {
            URI uri = URI.create(site);
            boolean isSafe = "https".equals(uri.getScheme())
                    || "http".equals(uri.getScheme()) && SecureHosts.isLoopback(String.valueOf(uri.getRawAuthority()));
            return isSafe
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getQuery() == null
                    && uri.getFragment() == null
                    && (uri.getPath().isEmpty() || uri.getPath().equals("/"));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Some have a query already (RFC 6749, section 3.1). */
    private static URI with(URI at, Map<String, String> parameters) {
        String base = at.toString().replaceAll("#.*", "");
        return URI.create(base + (base.contains("?") ? "&" : "?") + form(parameters));
    }

    private static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
