package org.onrecord.api.web.key;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.onrecord.api.web.frame.Day;

/**
 * The access keys.
 *
 * @param needed whether anybody needs one here
 * @param made the key that was just made; null otherwise
 * @param earliest the first day that a new key may expire on
 */
public record KeysView(
        List<Key> keys, boolean needed, @Nullable Made made, String earliest) {

    /** What is shown once. */
    public record Made(String name, String secret) {}

    /**
     * A key.
     *
     * @param works whether it is neither revoked nor expired
     * @param own whether it is the one that the reader is signed in with
     */
    public record Key(
            String id,
            String name,
            String scope,
            Day created,
            @Nullable Day used,
            @Nullable Day expires,
            @Nullable Day revoked,
            boolean works,
            boolean own) {}
}
