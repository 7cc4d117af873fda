package org.onrecord.api.unchanged;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

import jakarta.ws.rs.core.EntityTag;

/** ETags that are made of the text of an answer. */
public final class TextTag {

    /** Of a SHA-256; that two texts of one URL share so many bits is out of the question. */
    private static final int BYTES = 12;

    private TextTag() {}

    /** Weak, since it is the same for compressed and plain answers. */
    public static EntityTag of(byte[] text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
            return new EntityTag(
                    Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, BYTES)), true);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
