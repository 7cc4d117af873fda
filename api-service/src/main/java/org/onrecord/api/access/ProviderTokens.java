package org.onrecord.api.access;

import java.security.Key;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.runtime.StartupEvent;

/**
 * Reads the access tokens of an OpenID Connect provider (RFC 9068), whose keys are found by OpenID Connect Discovery 1.0. A
 * token says in its claim {@code scope} what its bearer may do: {@code onrecord:read}, {@code onrecord:write}, {@code onrecord:edit} or
 * {@code onrecord:admin}. Nothing of a token is read but its header until its signature is found to be right, and few wait for
 * the provider's keys at once. Thread-safe.
 */
@ApplicationScoped
class ProviderTokens {

    private static final Pattern TOKEN =
            Pattern.compile("[A-Za-z0-9_-]{1,8000}\\.[A-Za-z0-9_-]{1,8000}\\.[A-Za-z0-9_-]{1,2000}");

    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +(" + TOKEN + ")");

    /** RFC 9068, section 4; media types have no case (RFC 6838, section 4.2). */
    private static final Pattern ACCESS_TOKEN = Pattern.compile("(?i)(application/)?at\\+jwt");

    /** RFC 7519, section 5.1. */
    private static final Pattern UNTYPED = Pattern.compile("(?i)(application/)?jwt");

    private static final int MOST_TO_CHECK = 256;
    private static final int MOST_WAITING = 256;

    /** No shared secrets, and never none: what is signed must be by the provider alone (RFC 8725, section 3.1). */
    private static final Set<String> ALGORITHMS = Set.of(
            AlgorithmIdentifiers.RSA_USING_SHA256,
            AlgorithmIdentifiers.RSA_USING_SHA384,
            AlgorithmIdentifiers.RSA_USING_SHA512,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
            AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
            AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384);

    private static final String NOT_SIGNED = "The token is not one that the provider signed.";

    private final Optional<ProviderKeys> provider;
    private final Kind<Caller> accessToken;
    private final boolean isUntypedTaken;
    private final Checkers checkers = new Checkers("token", MOST_TO_CHECK);
    private final Semaphore waiting = new Semaphore(MOST_WAITING);

    ProviderTokens(AccessConfig config, ObjectMapper json) {
        AccessConfig.Oidc oidc = config.oidc();
        provider = oidc.issuer().map(issuer -> new ProviderKeys(issuer, oidc, json));
        TokenClaims claims = new TokenClaims(oidc.issuer().orElse(""), oidc.audience());
        accessToken = new Kind<>(this::checkAccessToken, claims::caller);
        isUntypedTaken = oidc.untyped();
    }

    /** So that the first to come need not wait for the provider; if it is away, it is asked again when somebody comes. */
    void start(@Observes StartupEvent started) {
        provider.ifPresent(ProviderKeys::ask);
    }

    @PreDestroy
    void stop() {
        checkers.close();
    }

    /** The token in the header, where a provider is trusted at all and it has the form of one. */
    Optional<String> ofHeader(String authorization) {
        return Optional.ofNullable(authorization)
                .filter(header -> provider.isPresent())
                .map(BEARER::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group(1));
    }

    /**
     * Who an access token was given to. Does not block.
     *
     * @return fails with a {@link RefusedTokenException} if it is not the provider's, not for this service, expired, or allows
     *     nothing here; a {@link ProviderAwayException} if it names a key that is not known and the provider does not answer;
     *     a {@link TooManyWaitException} if too many tokens are being checked, or wait for the provider
     */
    CompletableFuture<Caller> caller(String token) {
        return read(token, accessToken);
    }

    /**
     * Whom an ID token is about: its subject. Does not block.
     *
     * @return fails likewise, and if it does not answer this very sign-in
     */
    CompletableFuture<String> subject(String token, IdTokenClaims expected) {
        return TOKEN.matcher(token).matches()
                ? read(token, new Kind<>(ProviderTokens::checkIdToken, expected::subject))
                : CompletableFuture.failedFuture(new RefusedTokenException(NOT_SIGNED));
    }

    /** Where the provider signs people in, as it said last; empty if it never did. Does not wait for it. */
    Optional<ProviderEndpoints> endpointsOfLate() {
        return provider.flatMap(ProviderKeys::known).map(ProviderKeys.Known::endpoints);
    }

    /** The same, asking it where that is not known. @return fails as {@link #caller} does if the provider is away */
    CompletableFuture<ProviderEndpoints> endpoints() {
        ProviderKeys keys = provider.orElseThrow();
        return keys.known()
                .map(CompletableFuture::completedFuture)
                .orElseGet(keys::ask)
                .thenApply(ProviderKeys.Known::endpoints);
    }

    /**
     * What tokens are for.
     *
     * @param type refuses those that say to be another kind
     * @param claims reads what they say
     */
    private record Kind<T>(TypeCheck type, ClaimsReader<T> claims) {}

    private interface TypeCheck {
        void check(@Nullable String type) throws RefusedTokenException;
    }

    private interface ClaimsReader<T> {
        T read(JwtClaims claims, Instant now) throws RefusedTokenException;
    }

    private <T> CompletableFuture<T> read(String token, Kind<T> kind) {
        ProviderKeys keys = provider.orElseThrow();
        Optional<ProviderKeys.Known> known = keys.known();
        return known.map(said -> checkers.check(() -> read(token, kind, said)))
                .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()))
                .thenCompose(read -> read.map(CompletableFuture::completedFuture)
                        .orElseGet(() -> afterAsking(keys, known, token, kind)));
    }

    private <T> CompletableFuture<T> afterAsking(
            ProviderKeys keys, Optional<ProviderKeys.Known> before, String token, Kind<T> kind) {
        if (!waiting.tryAcquire()) {
            return CompletableFuture.failedFuture(new TooManyWaitException());
        }
        return keys.ask()
                .whenComplete((said, failure) -> waiting.release())
                .thenCompose(said -> before.filter(said::equals).isPresent()
                        ? CompletableFuture.completedFuture(Optional.<T>empty())
                        : checkers.check(() -> read(token, kind, said)))
                .thenCompose(read -> read.map(CompletableFuture::completedFuture)
                        .orElseGet(() -> CompletableFuture.failedFuture(new RefusedTokenException(NOT_SIGNED))));
    }

    /** Empty if it is signed with another key than these. */
    private static <T> Optional<T> read(String token, Kind<T> kind, ProviderKeys.Known said)
            throws RefusedTokenException {
        JsonWebSignature signature = new JsonWebSignature();
        try {
            signature.setCompactSerialization(token);
            checkHead(signature);
            kind.type().check(signature.getHeader("typ"));
            Optional<Key> key = key(signature, said);
            if (key.isEmpty()) {
                return Optional.empty();
            }
            signature.setKey(key.get());
            if (!signature.verifySignature()) {
                throw new RefusedTokenException(NOT_SIGNED);
            }
            return Optional.of(kind.claims().read(JwtClaims.parse(signature.getPayload()), Instant.now()));
        } catch (JoseException | InvalidJwtException | RuntimeException e) {
            // Whatever a stranger sent that the library cannot read: it shows nothing of its bearer.
            throw new RefusedTokenException(NOT_SIGNED, e);
        }
    }

    private static void checkHead(JsonWebSignature signature) throws RefusedTokenException {
        if (!ALGORITHMS.contains(String.valueOf(signature.getAlgorithmHeaderValue()))) {
            throw new RefusedTokenException("The token is not signed in a way that is taken here: " + ALGORITHMS + ".");
        }
        // RFC 7515, section 4.1.11: who does not know what it says must refuse it, and nothing of it is known here.
        if (signature.getHeaders().getObjectHeaderValue("crit") != null) {
            throw new RefusedTokenException("The token asks for what is not known here (crit).");
        }
    }

    private void checkAccessToken(@Nullable String type) throws RefusedTokenException {
        boolean isAccessToken = type != null && ACCESS_TOKEN.matcher(type).matches();
        if (!isAccessToken && !(isUntypedTaken && isUntyped(type))) {
            throw new RefusedTokenException("The token does not say to be an access token: its typ must be at+jwt.");
        }
    }

    /** ID tokens have no type of their own (OpenID Connect Core 1.0, section 2). */
    private static void checkIdToken(@Nullable String type) throws RefusedTokenException {
        if (!isUntyped(type)) {
            throw new RefusedTokenException("The ID token says to be something else: its typ must be JWT, or none.");
        }
    }

    private static boolean isUntyped(@Nullable String type) {
        return type == null || UNTYPED.matcher(type).matches();
    }

    private static Optional<Key> key(JsonWebSignature signature, ProviderKeys.Known said) {
        try {
            return Optional.of(new JwksVerificationKeyResolver(said.keys()).resolveKey(signature, List.of()));
        } catch (UnresolvableKeyException e) {
            return Optional.empty();
        }
    }
}
