package org.onrecord.api.web.compare;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LineChartTest {

    private static final LocalDate MARCH = LocalDate.parse("2026-03-01");

    @Test
    void whatHasNothingForAWhileGoesDownToNothing() {
        LineChart chart = LineChart.of(
                List.of(Map.of(MARCH, 4L, MARCH.plusMonths(2), 2L), Map.of(MARCH.plusMonths(1), 1L)),
                "month",
                Locale.UK);

        assertThat(chart.most()).isEqualTo(4);
        assertThat(chart.times()).containsExactly("Mar 2026", "Apr 2026", "May 2026");
        assertThat(chart.lines().getFirst().counts()).containsExactly(4L, 0L, 2L);
        assertThat(chart.lines().getFirst().points()).isEqualTo("0.0,0.0 500.0,300.0 1000.0,150.0");
        assertThat(chart.lines().getFirst().dots()).isEqualTo("M0.0 0.0h0M1000.0 150.0h0");
        assertThat(chart.lines().getLast().counts()).containsExactly(0L, 1L, 0L);
    }

    @Test
    void oneStretchOfTimeIsADot() {
        LineChart chart = LineChart.of(List.of(Map.of(MARCH, 5L)), "month", Locale.UK);

        assertThat(chart.lines().getFirst().dots()).isEqualTo("M500.0 0.0h0");
    }

    @Test
    void moreThanCanBeSeenIsNotDrawn() {
        assertThat(LineChart.of(List.of(Map.of(MARCH, 1L, MARCH.plusYears(30), 1L)), "day", Locale.UK)
                        .isDrawn())
                .isFalse();
        assertThat(LineChart.of(List.of(Map.of(LocalDate.MIN, 1L, LocalDate.MAX, 1L)), "month", Locale.UK)
                        .isDrawn())
                .isFalse();
        assertThat(LineChart.of(List.of(Map.of()), "day", Locale.UK).isDrawn()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 4", "5, 5", "7, 10", "11, 20", "40, 40", "41, 50", "99, 100", "4001, 5000"})
    void theScaleEndsInANumberThatIsEasyToRead(long most, long scale) {
        assertThat(LineChart.scale(most)).isEqualTo(scale);
    }
}
