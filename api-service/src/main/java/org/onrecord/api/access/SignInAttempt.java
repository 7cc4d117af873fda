package org.onrecord.api.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A sign-in that a browser has begun and is to end. One secret of 256 random bits, which only that browser has, gives everything
 * that binds the two together; none of it tells anything of the others. Immutable.
 *
 * @param secret what the browser keeps meanwhile
 * @param to where it goes on then: a path of this service
 */
record SignInAttempt(String secret, String to) {

    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_-]{43})\\.([A-Za-z0-9_-]{0,2800})");

    /** What is longer is not kept: browsers take cookies of four thousand bytes. */
    private static final int LONGEST_PATH = 2000;

    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    static SignInAttempt to(String path) {
        return new SignInAttempt(
                KeySecret.randomText(), path.getBytes(StandardCharsets.UTF_8).length > LONGEST_PATH ? "/" : path);
    }

    /** @param cookie its value; null if there is none */
    static Optional<SignInAttempt> ofCookie(@Nullable String cookie) {
        Matcher kept = FORM.matcher(cookie == null ? "" : cookie);
        if (!kept.matches()) {
            return Optional.empty();
        }
        try {
            String to = new String(Base64.getUrlDecoder().decode(kept.group(2)), StandardCharsets.UTF_8);
            return Optional.of(new SignInAttempt(kept.group(1), to));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String cookie() {
        return secret + "." + TEXT.encodeToString(to.getBytes(StandardCharsets.UTF_8));
    }

    /** RFC 6749, section 10.12. */
    String state() {
        return derived("state");
    }

    /** OpenID Connect Core 1.0, section 15.5.2. */
    String nonce() {
        return derived("nonce");
    }

    /** RFC 7636, section 4.1. */
    String verifier() {
        return derived("verifier");
    }

    /** RFC 7636, section 4.2, by S256. */
    String challenge() {
        return TEXT.encodeToString(KeySecret.sha256(verifier()));
    }

    /** Whether an answer is to this attempt. */
    boolean isAnsweredBy(@Nullable String state) {
        return state != null
                && MessageDigest.isEqual(
                        state.getBytes(StandardCharsets.UTF_8), state().getBytes(StandardCharsets.UTF_8));
    }

    private String derived(String purpose) {
        return TEXT.encodeToString(KeySecret.sha256(purpose + ":" + secret));
    }

    @Override
    public String toString() {
        return "sign-in to " + to;
    }
}
