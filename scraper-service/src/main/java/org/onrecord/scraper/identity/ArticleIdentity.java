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
 * @param articleId name-based UUID of the canonical URL, of the version where there is none
 * @param version first 32 hexadecimal digits of the SHA-256 of title, blank line, text
 */
public record ArticleIdentity(UUID articleId, String version) {

    private static final int VERSION_LENGTH = 32;

    public static ArticleIdentity of(Optional<URI> canonicalUrl, String title, String text) {
        String version = version(title, text);
        String name = canonicalUrl.map(URI::toString).orElse(version);
        return new ArticleIdentity(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)), version);
    }

    private static String version(String title, String text) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] digest = sha256.digest((title + "\n\n" + text).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, VERSION_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
