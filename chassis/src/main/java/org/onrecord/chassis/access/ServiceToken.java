package org.onrecord.chassis.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The secret that the three services share: the API service shows it, the two others let in nobody else. There is none
 * where everybody may ask ({@code ONRECORD_ACCESS_MODE=open}), which is on one machine only. Thread-safe.
 */
@ApplicationScoped
public class ServiceToken {

    private static final String BEARER = "Bearer ";

    private final Optional<String> token;

    ServiceToken(@ConfigProperty(name = "onrecord.service.token") Optional<String> token) {
        this.token = token;
    }

    /** Whether there is one. */
    public boolean isSet() {
        return token.isPresent();
    }

    /** The value of the header Authorization that shows it. */
    public Optional<String> header() {
        return token.map(text -> BEARER + text);
    }

    /**
     * Whether a caller shows it; takes as long for a wrong one as for the right one.
     *
     * @param header the value of Authorization; null if there is none
     */
    public boolean isShownBy(String header) {
        byte[] shown = (header == null ? "" : header).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(shown, header().orElseThrow().getBytes(StandardCharsets.UTF_8));
    }
}
