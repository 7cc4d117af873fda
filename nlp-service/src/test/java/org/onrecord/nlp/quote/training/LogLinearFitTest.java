package org.onrecord.nlp.quote.training;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.onrecord.nlp.quote.training.LogLinearFit.Observation;

import static org.assertj.core.api.Assertions.assertThat;

class LogLinearFitTest {
    private final LogLinearFit fit = new LogLinearFit(0.001, new boolean[] {true, true});

    @Test
    void prefersTheTraitThatTheRightCandidatesHave() {
        Observation first = new Observation(new double[][] {{1, 0}, {0, 1}}, new double[] {1, 0}, false);
        Observation second = new Observation(new double[][] {{0, 1}, {1, 0}}, new double[] {0, 1}, false);

        double[] weights = fit.choices(List.of(first, second));

        assertThat(weights[0]).isGreaterThan(weights[1] + 1);
    }

    @Test
    void tellsTheShareOfYes() {
        List<double[]> traits =
                List.of(new double[] {1, 0}, new double[] {1, 0}, new double[] {1, 0}, new double[] {1, 0});

        double[] weights = fit.yesNo(traits, List.of(true, true, true, false));

        assertThat(1 / (1 + Math.exp(-weights[0]))).isBetween(0.7, 0.8);
    }

    @Test
    void leavesATraitThatIsNotWeighedAtNothing() {
        LogLinearFit first = new LogLinearFit(0.001, new boolean[] {true, false});

        double[] weights = first.yesNo(List.of(new double[] {1, 1}, new double[] {1, 1}), List.of(true, true));

        assertThat(weights[0]).isPositive();
        assertThat(weights[1]).isZero();
    }
}
