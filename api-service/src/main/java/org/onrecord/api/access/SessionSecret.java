package org.onrecord.api.access;

import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** What the cookie of a browser that is signed in holds: 256 random bits, as those of a key. */
record SessionSecret(String text) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    static SessionSecret random() {
        return new SessionSecret(KeySecret.randomText());
    }

    /** @param cookie its value; null if there is none */
    static Optional<SessionSecret> ofCookie(@Nullable String cookie) {
        return Optional.ofNullable(cookie)
                .filter(value -> FORM.matcher(value).matches())
                .map(SessionSecret::new);
    }

    byte[] hash() {
        return KeySecret.sha256(text);
    }

    @Override
    public String toString() {
        return "session";
    }
}
