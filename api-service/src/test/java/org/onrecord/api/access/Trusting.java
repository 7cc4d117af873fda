package org.onrecord.api.access;

import java.time.Duration;
import java.util.Optional;

/** Settings that trust a provider. */
record Trusting(String named, Duration patience, Duration pause, boolean untyped) implements AccessConfig {

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
        };
    }
}
