package org.onrecord.api.access;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.inject.Inject;

import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import org.onrecord.local.KafkaTestResource;
import org.onrecord.local.PostgresTestResource;

import static org.assertj.core.api.Assertions.assertThat;

/** The command as an operator uses it. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class KeyCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Inject
    Jdbi database;

    @Test
    void aKeyIsShownOnceAndListedWithoutItsSecret() {
        assertThat(run("create", "Port Ellery Courier", "write", "2030-01-01")).isZero();
        String secret = out.toString(StandardCharsets.UTF_8).strip();

        assertThat(run("list")).isZero();

        assertThat(KeySecret.ofHeader("Bearer " + secret)).isPresent();
        assertThat(out.toString(StandardCharsets.UTF_8).substring(secret.length()))
                .containsPattern("\twrite\t.*\t2030-01-01 .*\t-\t-\tPort Ellery Courier")
                .doesNotContain(secret);
    }

    @ParameterizedTest
    @CsvSource({
        "2, ''",
        "2, create",
        "2, create one king",
        "2, create one read tomorrow",
        "2, list all",
        "2, revoke it",
        "1, revoke 6c1dd6c5-2a2a-3a52-8a2e-0c63c0a3f1a1"
    })
    void whatCannotBeDoneSaysWhatToDo(int status, String arguments) {
        assertThat(run(arguments.split(" "))).isEqualTo(status);

        assertThat(err.toString(StandardCharsets.UTF_8)).contains("./onrecord key");
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    private int run(String... arguments) {
        return new KeyCommand(
                        database,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(List.of(arguments));
    }
}
