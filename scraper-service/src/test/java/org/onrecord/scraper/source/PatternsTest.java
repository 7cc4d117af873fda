package org.onrecord.scraper.source;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PatternsTest {

    @Test
    void patternsThatAreNoneAreTurnedAway() {
        assertThatThrownBy(() -> Patterns.checked(List.of(" "))).isInstanceOf(RejectedSourceException.class);
        assertThatThrownBy(() -> Patterns.checked(List.of("a\0b"))).isInstanceOf(RejectedSourceException.class);
        assertThatThrownBy(() -> Patterns.checked(List.of("*".repeat(501))))
                .isInstanceOf(RejectedSourceException.class);
    }
}
