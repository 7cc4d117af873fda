package org.onrecord.api.web.frame;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

/** Styles and script of the pages. Browsers keep them for long, so their address changes with them. */
@ApplicationScoped
class Assets {

    private static final List<String> ALL = List.of("onrecord.css", "onrecord.js");

    private final String version = digest();

    /** Of all of them together. */
    String version() {
        return version;
    }

    private static String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String asset : ALL) {
                try (InputStream bytes = Thread.currentThread()
                        .getContextClassLoader()
                        .getResourceAsStream("META-INF/resources/assets/" + asset)) {
                    digest.update(bytes.readAllBytes());
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
