package org.onrecord.scraper.identity;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * Which article, and which state of its words.
 *
 * @param articleId name-based UUID of the canonical URL, of the SHA-256 of the text where there is none
 * @param version first 32 hexadecimal digits of the SHA-256 of title, blank line, text
 */
public record ArticleIdentity(UUID articleId, String version) {

    private static final int VERSION_LENGTH = 32;

    public static ArticleIdentity of(Optional<URI> canonicalUrl, String title, String text) {
        String name = canonicalUrl.map(URI::toString).orElseGet(() -> sha256(text));
        UUID articleId = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return new ArticleIdentity(articleId, sha256(title + "\n\n" + text).substring(0, VERSION_LENGTH));
    }

    private static String sha256(String words) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
