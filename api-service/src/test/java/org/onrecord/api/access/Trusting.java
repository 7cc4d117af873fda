package org.onrecord.api.access;

import java.time.Duration;
import java.util.Optional;

/** Settings that trust a provider. */
record Trusting(
        String named, Duration patience, Duration pause, boolean untyped, Optional<String> client, String origin)
        implements AccessConfig {

    Trusting(String named, Duration patience, Duration pause, boolean untyped) {
        this(named, patience, pause, untyped, Optional.of("desk"), "https://onrecord.desk.example");
    }

    @Override
    public Mode mode() {
        return Mode.KEYS;
    }

    @Override
    public long requestsPerMinute() {
        return 1;
    }

    @Override
    public int requestsAtOnce() {
        return 1;
    }

    @Override
    public Oidc oidc() {
        return new Oidc() {
            @Override
            public Optional<String> issuer() {
                return Optional.of(named);
            }

            @Override
            public String audience() {
                return "onrecord";
            }

            @Override
            public boolean untyped() {
                return untyped;
            }

            @Override
            public Duration patience() {
                return patience;
            }

            @Override
            public Duration pause() {
                return pause;
            }

            @Override
            public Optional<String> clientId() {
                return client;
            }

            @Override
            public Optional<String> clientSecret() {
                return Optional.empty();
            }

            @Override
            public Optional<String> site() {
                return Optional.of(origin);
            }

            @Override
            public String scopes() {
                return "";
            }

            @Override
            public Duration signInPatience() {
                return patience;
            }

            @Override
            public Duration placePatience() {
                return patience;
            }
        };
    }
}
