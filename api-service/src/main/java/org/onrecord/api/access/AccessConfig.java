package org.onrecord.api.access;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who may ask, and how often. */
@ConfigMapping(prefix = "onrecord.access")
interface AccessConfig {

    /** Whether requests need a key; open is for one machine's loopback, where the launcher sets it. */
    @WithDefault("keys")
    Mode mode();

    /** How many requests a key may make in a minute, of each instance of the service. */
    @WithDefault("600")
    long requestsPerMinute();

    /** The provider whose tokens are taken beside keys; none unless an issuer is set. */
    Oidc oidc();

    /** An OpenID Connect provider. */
    interface Oidc {

        /** What its tokens must say that they are issued by, and the URL it is discovered at. */
        Optional<String> issuer();

        /** What its tokens must say that they are for. */
        @WithDefault("onrecord")
        String audience();
    }

    /** Who may ask. */
    enum Mode {
        /** Who has a key; health answers everybody. */
        KEYS,
        /** Everybody. */
        OPEN
    }
}
