package org.onrecord.api.access;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The keys with which a provider signs, and where it signs people in, as it said last. It is asked in one thread, at most once in a pause, whatever came of it
 * and however many tokens name keys that it did not: so nothing is kept of those names, and nobody who shows a token that is
 * signed with a key of it ever waits. Thread-safe.
 */
final class ProviderKeys {
    private static final Logger LOG = Logger.getLogger(ProviderKeys.class);

    /** Keys that it withdrew are forgotten after as long. */
    private static final Duration FRESH = Duration.ofMinutes(5);
    /** While it is away, its keys hold for as long. */
    private static final Duration KEPT = Duration.ofHours(1);

    private static final int MOST_KEYS = 200;

    private final String issuer;
    private final Duration patience;
    private final Duration pause;
    private final ObjectMapper json;
    private final ProviderDocuments documents;

    private volatile Known known;
    /** Null before it is asked for the first time. */
    private CompletableFuture<Known> lastAsked;

    private long lastAskedAt;

    ProviderKeys(String issuer, AccessConfig.Oidc config, ObjectMapper json) {
        this.issuer = issuer;
        this.patience = config.patience();
        this.pause = config.pause();
        this.json = json;
        this.documents = new ProviderDocuments(patience);
    }

    /** What a provider said once. */
    record Known(List<JsonWebKey> keys, ProviderEndpoints endpoints, long saidAt) {
        private boolean isYoungerThan(Duration age) {
            return System.nanoTime() - saidAt < age.toNanos();
        }
    }

    /** What it said last, without waiting; empty if it never did, or too long ago. */
    Optional<Known> known() {
        Known last = known;
        if (last == null || !last.isYoungerThan(KEPT)) {
            return Optional.empty();
        }
        if (!last.isYoungerThan(FRESH)) {
            ask();
        }
        return Optional.of(last);
    }

    /**
     * What it says now, or said or did not say a moment ago.
     *
     * @return fails with a {@link ProviderAwayException}
     */
    synchronized CompletableFuture<Known> ask() {
        if (lastAsked == null || lastAsked.isDone() && System.nanoTime() - lastAskedAt > pause.toNanos()) {
            CompletableFuture<Known> asked = new CompletableFuture<>();
            lastAsked = asked;
            lastAskedAt = System.nanoTime();
            Thread.ofVirtual().name("provider-keys").start(() -> answer(asked));
        }
        return lastAsked;
    }

    private void answer(CompletableFuture<Known> asked) {
        try {
            Known now = said(System.nanoTime() + patience.toNanos());
            known = now;
            asked.complete(now);
        } catch (IOException e) {
            // Once for each time that it is asked, not for each token.
            LOG.warnf("provider away, cause=%s", e.getMessage());
            asked.completeExceptionally(
                    new ProviderAwayException("The provider's keys cannot be had: " + e.getMessage(), e));
        } catch (Throwable e) {
            // Whatever it is: who waits must not wait for ever.
            asked.completeExceptionally(new ProviderAwayException("The provider's keys cannot be read: " + e, e));
        }
    }

    /** OpenID Connect Discovery 1.0, section 4. */
    private Known said(long deadline) throws IOException {
        URI at = uri(issuer.replaceAll("/$", "") + "/.well-known/openid-configuration");
        JsonNode said = json.readTree(documents.get(at, deadline));
        // Section 4.3: who says to be somebody else is not to be trusted.
        if (!said.path("issuer").asText().equals(issuer)) {
            throw new IOException(at + " does not describe " + issuer);
        }
        URI keys = uri(said.path("jwks_uri").asText());
        if (!ProviderEndpoints.isAsSafe(keys, at)) {
            throw new IOException(at + " has its keys where anybody on the way could change them");
        }
        return new Known(keys(keys, deadline), ProviderEndpoints.of(said, at), System.nanoTime());
    }

    private List<JsonWebKey> keys(URI address, long deadline) throws IOException {
        byte[] said = documents.get(address, deadline);
        int count = json.readTree(said).path("keys").size();
        if (count > MOST_KEYS) {
            throw new IOException(address + " has " + count + " keys, more than " + MOST_KEYS);
        }
        try {
            // What else there may be, such as shared secrets, is for others.
            List<JsonWebKey> keys = new JsonWebKeySet(new String(said, StandardCharsets.UTF_8))
                    .getJsonWebKeys().stream()
                            .filter(PublicJsonWebKey.class::isInstance)
                            .toList();
            if (keys.isEmpty()) {
                throw new IOException(address + " has no keys");
            }
            return keys;
        } catch (JoseException | RuntimeException e) {
            throw new IOException(address + " has no key set", e);
        }
    }

    private static URI uri(String text) throws IOException {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new IOException("\"" + text + "\" is no URL", e);
        }
    }
}
