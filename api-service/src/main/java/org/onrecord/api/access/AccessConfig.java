package org.onrecord.api.access;

import java.time.Duration;
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

    /** How many requests of one key an instance answers at once, streams aside. */
    @WithDefault("10")
    int requestsAtOnce();

    /** How long a caller waits for the database to say whether there is such a key. */
    @WithDefault("5s")
    Duration patience();

    /** The provider whose tokens are taken beside keys; none unless an issuer is set. */
    Oidc oidc();

    /** An OpenID Connect provider. */
    interface Oidc {

        /** What its tokens must say that they are issued by, and the URL it is discovered at. */
        Optional<String> issuer();

        /** What its tokens must say that they are for. */
        @WithDefault("onrecord")
        String audience();

        /** Whether tokens are taken that do not say to be access tokens, as some providers make them. */
        @WithDefault("false")
        boolean untyped();

        /** How long the provider may take to say with which keys it signs. */
        @WithDefault("2s")
        Duration patience();

        /** How long it is not asked again, however many tokens are signed with keys that it did not name. */
        @WithDefault("5s")
        Duration pause();

        /** What the provider knows this service by; people sign in there if it is set. */
        Optional<String> clientId();

        /** What shows the provider that it is this service; none where it does not ask for it. */
        Optional<String> clientSecret();

        /** Where browsers find the pages, such as https://onrecord.desk.example; needed with a client. */
        Optional<String> site();

        /**
         * What a provider is asked for beside openid. No upper limit: what a token contains counts. Many a provider gives a
         * client whatever it asks for, whoever signs in.
         */
        @WithDefault("onrecord:read")
        String scopes();

        /** How long the provider may take to say who signed in. */
        @WithDefault("10s")
        Duration signInPatience();

        /** How long somebody waits while others are being signed in. */
        @WithDefault("5s")
        Duration placePatience();
    }

    /** Who may ask. */
    enum Mode {
        /** Who has a key; health answers everybody. */
        KEYS,
        /** Everybody. */
        OPEN
    }
}
