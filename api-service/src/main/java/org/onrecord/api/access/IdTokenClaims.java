package org.onrecord.api.access;

import java.time.Instant;

import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;

/**
 * What an ID token must say to answer one sign-in (OpenID Connect Core 1.0, section 3.1.3.7), after its signature was found to
 * be right. Immutable.
 *
 * @param clientId of this service at the provider
 * @param nonce of this sign-in
 */
record IdTokenClaims(String issuer, String clientId, String nonce) {

    /**
     * Whom it is about.
     *
     * @throws RefusedTokenException if it is not of this issuer, for this client, for now, or of this sign-in
     */
    String subject(JwtClaims claims, Instant now) throws RefusedTokenException {
        try {
            if (!issuer.equals(claims.getIssuer())) {
                throw new RefusedTokenException("The ID token is not issued by " + issuer + ".");
            }
            if (!claims.hasAudience() || !claims.getAudience().contains(clientId)) {
                throw new RefusedTokenException("The ID token is not for the client " + clientId + ".");
            }
            String party = claims.getStringClaimValue("azp");
            boolean isOthers = party == null ? claims.getAudience().size() > 1 : !party.equals(clientId);
            if (isOthers) {
                throw new RefusedTokenException("The ID token was made for another client (azp).");
            }
            TokenClaims.expiry(claims, now);
            if (!nonce.equals(claims.getStringClaimValue("nonce"))) {
                throw new RefusedTokenException("The ID token is of another sign-in (nonce).");
            }
            return TokenClaims.subject(claims);
        } catch (MalformedClaimException e) {
            throw new RefusedTokenException(
                    "The ID token's claims are of other types than OpenID Connect has them.", e);
        }
    }
}
