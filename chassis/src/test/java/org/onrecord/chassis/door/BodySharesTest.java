package org.onrecord.chassis.door;

import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BodySharesTest {

    private static final Optional<Object> ONE = Optional.of("one");
    private static final Optional<Object> OTHER = Optional.of("other");

    private final BodyShares shares = new BodyShares(100);

    @Test
    void aKeyHasHalfOfAll() {
        assertThat(shares.take(ONE, 30)).isTrue();
        assertThat(shares.take(ONE, 20)).isTrue();
        assertThat(shares.take(ONE, 1)).isFalse();

        assertThat(shares.take(OTHER, 50)).isTrue();
        assertThat(shares.take(OTHER, 1)).isFalse();
    }

    @Test
    void oneLargeBodyIsTaken() {
        assertThat(shares.take(ONE, 80)).isTrue();
        assertThat(shares.take(ONE, 1)).isFalse();
        assertThat(shares.take(OTHER, 30)).isFalse();
    }

    @Test
    void withoutKeysThereIsNoShare() {
        assertThat(shares.take(Optional.empty(), 60)).isTrue();
        assertThat(shares.take(Optional.empty(), 40)).isTrue();
        assertThat(shares.take(Optional.empty(), 1)).isFalse();
    }

    @Test
    void whatIsGivenBackCanBeTakenAgain() {
        shares.take(ONE, 50);
        shares.take(OTHER, 50);
        shares.giveBack(ONE, 50);

        assertThat(shares.take(OTHER, 1)).isFalse();
        assertThat(shares.take(ONE, 50)).isTrue();
    }
}
