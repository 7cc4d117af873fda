package org.onrecord.api.access;

import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.ObjectMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ProviderAwayTest {

    private static final String TOKEN = "eyJhbGciOiJSUzI1NiJ9.e30.c2lnbmF0dXJl";

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:9", "no URL", ""})
    void whileTheProviderIsAwayNoTokenIsTaken(String issuer) {
        ProviderTokens tokens = new ProviderTokens(trusting(issuer), new ObjectMapper());

        assertThat(tokens.ofHeader("Bearer " + TOKEN)).contains(TOKEN);
        assertThatThrownBy(() -> tokens.caller(TOKEN)).isInstanceOf(ProviderAwayException.class);
    }

    private static AccessConfig trusting(String issuer) {
        return new AccessConfig() {
            @Override
            public Mode mode() {
                return Mode.KEYS;
            }

            @Override
            public long requestsPerMinute() {
                return 1;
            }

            @Override
            public Oidc oidc() {
                return new Oidc() {
                    @Override
                    public Optional<String> issuer() {
                        return Optional.of(issuer);
                    }

                    @Override
                    public String audience() {
                        return "onrecord";
                    }
                };
            }
        };
    }
}
