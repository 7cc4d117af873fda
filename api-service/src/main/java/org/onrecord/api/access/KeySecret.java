package org.onrecord.api.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The secret that a caller sends: 256 random bits. A fast hash of it is safe to keep, since there are no likely secrets
 * to be tried (NIST SP 800-63B, section 5.1.2.2).
 */
record KeySecret(String text) {
    /** Lets secret scanners find a key that was published by mistake. */
    private static final String PREFIX = "onr_";

    private static final int BYTES = 32;
    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +(" + PREFIX + "[A-Za-z0-9_-]{43})");
    private static final SecureRandom RANDOM = new SecureRandom();

    static KeySecret random() {
        return new KeySecret(PREFIX + randomText());
    }

    /** 256 random bits in 43 characters. */
    static String randomText() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Reads what somebody typed: {@code onr_…}. */
    static Optional<KeySecret> ofText(String text) {
        return ofHeader("Bearer " + text);
    }

    /** Reads the header {@code Authorization: Bearer onr_…} (RFC 6750, section 2.1). */
    static Optional<KeySecret> ofHeader(String authorization) {
        return Optional.ofNullable(authorization)
                .map(BEARER::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> new KeySecret(matcher.group(1)));
    }

    /** SHA-256. */
    byte[] hash() {
        return sha256(text);
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
