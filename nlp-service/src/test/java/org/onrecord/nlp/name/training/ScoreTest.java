package org.onrecord.nlp.name.training;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ScoreTest {
    @Test
    void aNameIsRightOnlyWithSpanAndType() {
        Score score = new Score();

        score.add(List.of("B-PER", "I-PER", "O", "B-LOC"), List.of("B-PER", "O", "O", "B-LOC"));

        assertThat(score.f1()).isEqualTo(50.0);
    }
}
