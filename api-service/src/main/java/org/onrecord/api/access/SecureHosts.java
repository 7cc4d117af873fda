package org.onrecord.api.access;

import java.util.Locale;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

/** Under which hosts cookies are for TLS alone: all but the machine itself, which has none unless its site says so. Thread-safe. */
@ApplicationScoped
public class SecureHosts {

    private static final Pattern LOOPBACK = Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?");

    private final boolean isSiteSecure;

    SecureHosts(AccessConfig config) {
        isSiteSecure =
                config.oidc().site().filter(site -> site.startsWith("https:")).isPresent();
    }

    /** @param host as a browser asked for it, with or without a port; null if it did not say */
    public boolean areCookiesSecure(@Nullable String host) {
        return isSiteSecure || host == null || !isLoopback(host);
    }

    /** @param host likewise */
    static boolean isLoopback(String host) {
        return LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }
}
