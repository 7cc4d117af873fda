package org.onrecord.chassis.environment;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CommandsTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void theFirstArgumentNamesTheCommandAndTheOthersAreItsOwn() {
        assertThat(run("count", "one", "two")).hasValue(2);

        assertThat(said()).isEmpty();
    }

    @Test
    void withoutArgumentsTheServiceStarts() {
        assertThat(run()).isEmpty();
    }

    @Test
    void whatIsNoCommandIsToldInOneLineWithThoseThereAre() {
        assertThat(run("cuont")).hasValue(2);

        assertThat(said())
                .isEqualTo(
                        "api-service: unknown command 'cuont' (known: count, sleep; without arguments the service starts)\n");
    }

    @Test
    void aServiceWithoutCommandsSaysSo() {
        new Commands("nlp-service", Map.of()).run(List.of("serve"), new PrintStream(err));

        assertThat(said())
                .isEqualTo("nlp-service: unknown command 'serve' (it has none; start it without arguments)\n");
    }

    private OptionalInt run(String... arguments) {
        return new Commands("api-service", Map.of("count", List::size, "sleep", given -> 0))
                .run(List.of(arguments), new PrintStream(err));
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
