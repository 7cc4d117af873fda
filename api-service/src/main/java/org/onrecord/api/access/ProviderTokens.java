package org.onrecord.api.access;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Reads the access tokens of an OpenID Connect provider (RFC 9068), whose keys are found by OpenID Connect Discovery 1.0. A
 * token says in its claim {@code scope} what its bearer may do: {@code onrecord:read}, {@code onrecord:write} or
 * {@code onrecord:admin}. Thread-safe.
 */
@ApplicationScoped
class ProviderTokens {

    private static final String SCOPE = "onrecord:";
    private static final Pattern BEARER =
            Pattern.compile("(?i:bearer) +([A-Za-z0-9_-]{1,8000}\\.[A-Za-z0-9_-]{1,8000}\\.[A-Za-z0-9_-]{1,2000})");
    static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int CLOCKS_APART_SECONDS = 30;

    /** No shared secrets, and never none: what is signed must be by the provider alone (RFC 8725, section 3.1). */
    private static final AlgorithmConstraints ALGORITHMS = new AlgorithmConstraints(
            ConstraintType.PERMIT,
            AlgorithmIdentifiers.RSA_USING_SHA256,
            AlgorithmIdentifiers.RSA_USING_SHA384,
            AlgorithmIdentifiers.RSA_USING_SHA512,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
            AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
            AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384);

    private final AccessConfig.Oidc config;
    private final ObjectMapper json;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private volatile JwtConsumer consumer;
    /** Null until it was asked in vain. */
    private Instant awaySince;

    ProviderTokens(AccessConfig config, ObjectMapper json) {
        this.config = config.oidc();
        this.json = json;
    }

    /** The token in the header, where a provider is trusted at all and it has the form of one. */
    Optional<String> ofHeader(String authorization) {
        return Optional.ofNullable(authorization)
                .filter(header -> config.issuer().isPresent())
                .map(BEARER::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group(1));
    }

    /**
     * Who a token was given to. Blocks while the provider is asked for its keys: once, and when it signs with a new one.
     *
     * @throws RefusedTokenException if it is not the provider's, not for this service, expired, or allows nothing here
     * @throws ProviderAwayException if the provider's keys cannot be had
     */
    Caller caller(String token) throws RefusedTokenException {
        try {
            JwtClaims claims = consumer().processToClaims(token);
            Scope scope = scope(claims.getStringClaimValue("scope"))
                    .orElseThrow(() -> new RefusedTokenException(
                            "The token's scope has none of onrecord:read, onrecord:write and onrecord:admin.", null));
            return new Caller(
                    id(claims),
                    claims.getSubject(),
                    scope,
                    Instant.ofEpochMilli(claims.getExpirationTime().getValueInMillis()),
                    null,
                    Caller.Proof.TOKEN);
        } catch (InvalidJwtException e) {
            if (e.getCause() instanceof UnresolvableKeyException
                    && e.getCause().getCause() instanceof IOException cause) {
                throw new ProviderAwayException("The provider's keys cannot be had: " + cause.getMessage(), cause);
            }
            throw new RefusedTokenException(reason(e), e);
        } catch (MalformedClaimException e) {
            throw new RefusedTokenException("The token's claims are of other types than RFC 9068 has them.", e);
        }
    }

    private UUID id(JwtClaims claims) throws MalformedClaimException {
        return UUID.nameUUIDFromBytes(
                (claims.getIssuer() + "\n" + claims.getSubject()).getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<Scope> scope(String scopes) {
        var granted = Arrays.stream(scopes == null ? new String[0] : scopes.split(" "))
                .collect(Collectors.toSet());
        return Arrays.stream(Scope.values())
                .filter(scope -> granted.contains(SCOPE + scope))
                .reduce((lesser, greater) -> greater);
    }

    private String reason(InvalidJwtException refused) {
        if (refused.hasErrorCode(ErrorCodes.EXPIRED)) {
            return "The token has expired.";
        }
        if (refused.hasErrorCode(ErrorCodes.ISSUER_INVALID) || refused.hasErrorCode(ErrorCodes.ISSUER_MISSING)) {
            return "The token is not issued by " + config.issuer().orElseThrow() + ".";
        }
        if (refused.hasErrorCode(ErrorCodes.AUDIENCE_INVALID) || refused.hasErrorCode(ErrorCodes.AUDIENCE_MISSING)) {
            return "The token is not for the audience " + config.audience() + ".";
        }
        return "The token is not one that the provider signed.";
    }

    private JwtConsumer consumer() {
        JwtConsumer known = consumer;
        return known == null ? firstConsumer() : known;
    }

    /** One asks, the others wait for what came of it: many callers at once must not hold all threads while nobody answers. */
    private synchronized JwtConsumer firstConsumer() {
        if (consumer == null) {
            if (awaySince != null && Instant.now().isBefore(awaySince.plus(PATIENCE))) {
                throw new ProviderAwayException("The provider did not answer a moment ago.", null);
            }
            try {
                consumer = discovered();
            } catch (ProviderAwayException e) {
                awaySince = Instant.now();
                throw e;
            }
        }
        return consumer;
    }

    private JwtConsumer discovered() {
        String issuer = config.issuer().orElseThrow();
        String at = issuer.replaceAll("/$", "") + "/.well-known/openid-configuration";
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(at)).timeout(PATIENCE).build();
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            JsonNode said = json.readTree(response.body());
            // Discovery, section 4.3: who says to be somebody else is not to be trusted.
            if (response.statusCode() != 200 || !said.path("issuer").asText().equals(issuer)) {
                throw new IOException(at + " does not describe " + issuer);
            }
            return new JwtConsumerBuilder()
                    .setExpectedIssuer(issuer)
                    .setExpectedAudience(config.audience())
                    .setRequireSubject()
                    .setRequireExpirationTime()
                    .setAllowedClockSkewInSeconds(CLOCKS_APART_SECONDS)
                    .setJwsAlgorithmConstraints(ALGORITHMS)
                    .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(
                            new HttpsJwks(said.path("jwks_uri").asText())))
                    .build();
        } catch (IOException | IllegalArgumentException e) {
            throw new ProviderAwayException("The provider cannot be asked for its keys: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderAwayException("stopped while the provider was asked", e);
        }
    }
}
