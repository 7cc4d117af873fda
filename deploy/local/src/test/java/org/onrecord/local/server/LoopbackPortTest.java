package org.onrecord.local.server;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LoopbackPortTest {

    /** More than the system gives without giving one a second time, as the birthday paradox has it. */
    @Test
    void noPortIsGivenTwice() {
        assertThat(Stream.generate(LoopbackPort::free).limit(1_000)).doesNotHaveDuplicates();
    }
}
