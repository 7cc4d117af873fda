package org.onrecord.chassis.door;

import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TakenBodyTest {

    private final AtomicInteger givenBack = new AtomicInteger();
    private final TakenBody body = new TakenBody(givenBack::incrementAndGet);

    @Test
    void itIsGivenBackWhenTheWorkEndsAndNotWhenTheCallerLeaves() {
        assertThat(body.workBegins()).isTrue();

        body.requestEnds();
        assertThat(givenBack).hasValue(0);
        body.workEnds();
        assertThat(givenBack).hasValue(1);
    }

    @Test
    void whatWasAnsweredWithoutAnyWorkIsGivenBackWithTheRequest() {
        body.requestEnds();

        assertThat(givenBack).hasValue(1);
        assertThat(body.workBegins()).isFalse();
    }

    @Test
    void itIsGivenBackOnce() {
        body.workBegins();
        body.workEnds();

        body.requestEnds();
        body.workEnds();

        assertThat(givenBack).hasValue(1);
    }
}
