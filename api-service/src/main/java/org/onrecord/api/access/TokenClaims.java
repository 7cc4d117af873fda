package org.onrecord.api.access;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;

/**
 * Reads what a provider says of the bearer of a token (RFC 7519, section 4.1; RFC 9068, section 2.2), after its signature was
 * found to be right. Values that no provider has any reason for are refused: a signature says who wrote them, not that they
 * make sense. Immutable.
 */
record TokenClaims(String issuer, String audience) {

    private static final String SCOPE = "onrecord:";
    private static final Duration CLOCKS_APART = Duration.ofSeconds(30);
    /** Whoever gets a token for longer could have a key, which can be revoked. */
    private static final Duration LONGEST = Duration.ofDays(3653);
    /** OpenID Connect Core 1.0, section 2. */
    private static final int LONGEST_SUBJECT = 255;

    private static final double LAST_SECOND = 253_402_300_799.0;

    /**
     * Who its bearer is.
     *
     * @throws RefusedTokenException if it is not of this issuer, for this audience and for now, or allows nothing here
     */
    Caller caller(JwtClaims claims, Instant now) throws RefusedTokenException {
        try {
            if (!issuer.equals(claims.getIssuer())) {
                throw new RefusedTokenException("The token is not issued by " + issuer + ".");
            }
            if (!claims.hasAudience() || !claims.getAudience().contains(audience)) {
                throw new RefusedTokenException("The token is not for the audience " + audience + ".");
            }
            Instant expiresAt = expiry(claims, now);
            String subject = subject(claims);
            Scope scope = scope(claims.getStringClaimValue("scope"))
                    .orElseThrow(
                            () -> new RefusedTokenException(
                                    "The token's scope has none of onrecord:read, onrecord:write, onrecord:edit and onrecord:admin."));
            return holder(issuer, subject, scope, expiresAt);
        } catch (MalformedClaimException e) {
            throw new RefusedTokenException("The token's claims are of other types than RFC 9068 has them.", e);
        }
    }

    /**
     * Whom a provider knows by a name.
     *
     * @param expiresAt when what shows it does
     */
    static Caller holder(String issuer, String subject, Scope scope, Instant expiresAt) {
        UUID id = UUID.nameUUIDFromBytes((issuer + "\n" + subject).getBytes(StandardCharsets.UTF_8));
        return new Caller(id, subject, scope, expiresAt, null, Caller.Proof.TOKEN);
    }

    /** When a token expires, which it has not yet; with what clocks may be apart. */
    static Instant expiry(JwtClaims claims, Instant now) throws RefusedTokenException {
        Instant expiresAt = moment(claims, "exp")
                .orElseThrow(() -> new RefusedTokenException("The token does not say when it expires."));
        Instant earliest = now.minus(CLOCKS_APART);
        Instant latest = now.plus(CLOCKS_APART);
        if (!expiresAt.isAfter(earliest)) {
            throw new RefusedTokenException("The token has expired.");
        }
        if (expiresAt.isAfter(now.plus(LONGEST))) {
            throw new RefusedTokenException("The token holds for more than ten years.");
        }
        for (String claim : List.of("nbf", "iat")) {
            if (moment(claims, claim).filter(latest::isBefore).isPresent()) {
                throw new RefusedTokenException("The token is of a time to come (" + claim + ").");
            }
        }
        return expiresAt.plus(CLOCKS_APART);
    }

    /** Empty where the claim is not there. RFC 7519, section 2: a number of seconds, with or without a fraction. */
    private static Optional<Instant> moment(JwtClaims claims, String name) throws RefusedTokenException {
        Object value = claims.getClaimValue(name);
        if (value == null && !claims.hasClaim(name)) {
            return Optional.empty();
        }
        if (value instanceof Number seconds && seconds.doubleValue() >= 0 && seconds.doubleValue() <= LAST_SECOND) {
            return Optional.of(Instant.ofEpochSecond(seconds.longValue()));
        }
        throw new RefusedTokenException("The token's " + name + " is no time (RFC 7519, section 2).");
    }

    /** Who it is about. */
    static String subject(JwtClaims claims) throws MalformedClaimException, RefusedTokenException {
        String subject = claims.getSubject();
        if (subject == null
                || subject.isBlank()
                || subject.length() > LONGEST_SUBJECT
                || subject.codePoints().anyMatch(TokenClaims::isNoText)) {
            throw new RefusedTokenException("The token's sub is no text of 1 to " + LONGEST_SUBJECT + " characters.");
        }
        return subject;
    }

    private static boolean isNoText(int codePoint) {
        return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
    }

    private static Optional<Scope> scope(String scopes) {
        Set<String> granted = scopes == null ? Set.of() : Set.copyOf(Arrays.asList(scopes.split(" ")));
        return Stream.of(Scope.READ, Scope.WRITE, Scope.EDIT, Scope.ADMIN)
                .filter(scope -> granted.contains(SCOPE + scope))
                .reduce((lesser, greater) -> greater);
    }
}
