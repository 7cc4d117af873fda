package org.onrecord.benchmarks.hostile;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever bytes come: no exception, no hang, no more heap than a service has. Runs for {@code onrecord.fuzz.seconds}, a minute
 * by default, from {@code onrecord.fuzz.seed}, which repeats a failure.
 */
@EnabledIf("org.onrecord.benchmarks.hostile.Fuzz#runsHere")
class FuzzTest {
    private static final Fuzz FUZZ = new Fuzz(
            Path.of("..").toAbsolutePath().normalize(),
            Path.of("target/fuzz").toAbsolutePath(),
            Long.getLong("onrecord.fuzz.seed", 1));

    @ParameterizedTest
    @FieldSource("org.onrecord.benchmarks.hostile.Fuzz#TARGETS")
    void isReadWithoutHarm(Fuzz.Target target) throws IOException, InterruptedException {
        Fuzz.Result result = FUZZ.forSeconds(target, Long.getLong("onrecord.fuzz.seconds", 60) * target.share() / 100);

        assertThat(result.fault()).isEmpty();
        assertThat(result.inputs()).isPositive();
    }
}
