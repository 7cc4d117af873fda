package org.onrecord.chassis.environment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class EnvironmentTest {

    @Test
    void whatIsMissingIsNamedWithWhatItMustBe() {
        Environment empty = new Environment(Map.of("ONRECORD_NLP_URL", "  "), new Properties());

        assertThat(empty.faults(List.of(
                        Variable.brokers("KAFKA_BOOTSTRAP_SERVERS"),
                        Variable.url("ONRECORD_NLP_URL"),
                        Variable.duration("ONRECORD_HOST_DELAY").optional())))
                .containsExactly(
                        "KAFKA_BOOTSTRAP_SERVERS is not set: it must be a comma-separated list of brokers as host:port,"
                                + " such as kafka:9092",
                        "ONRECORD_NLP_URL is not set: it must be the http or https URL of a service, such as"
                                + " http://host:8081");
    }

    @Test
    void aPropertyStandsForItsVariable() {
        Properties properties = new Properties();
        properties.setProperty("kafka.bootstrap.servers", "localhost:9092");
        properties.setProperty("ONRECORD_ACCESS_MODE", "shut");

        assertThat(new Environment(Map.of("ONRECORD_ACCESS_MODE", "open"), properties)
                        .faults(List.of(
                                Variable.brokers("KAFKA_BOOTSTRAP_SERVERS"),
                                Variable.oneOf("ONRECORD_ACCESS_MODE", List.of("keys", "open")))))
                .containsExactly("ONRECORD_ACCESS_MODE is \"shut\": it must be keys or open");
    }

    @Test
    void aSecretIsNeverShown() {
        Variable secret = new Variable("TOKEN", true, true, "32 characters or more", v -> v.length() >= 32);

        assertThat(secret.fault(Optional.of("hunter2"))).hasValue("TOKEN is wrong: it must be 32 characters or more");
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', false",
        "short, '', false",
        "0123456789abcdef0123456789abcdef, '', true",
        "'0123456789abcdef 0123456789abcdef', '', false",
        "'', open, true",
        "short, open, false"
    })
    void theTokenOfTheServicesIsNeededUnlessEverybodyMayAsk(String token, String mode, boolean fits) {
        Environment environment = new Environment(
                Map.of("ONRECORD_SERVICE_TOKEN", token, "ONRECORD_ACCESS_MODE", mode), new Properties());

        List<String> faults = environment.faults(List.of(Variable.serviceToken(environment)));

        assertThat(faults.isEmpty()).isEqualTo(fits);
        assertThat(faults).noneMatch(fault -> fault.contains("short"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kafka:9092", "a:1, b.example:65535", "[::1]:9092"})
    void brokers(String value) {
        assertThat(Variable.brokers("B").fault(Optional.of(value))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kafka", "http://kafka:9092", "a:9092,,b:9092", "a:port"})
    void noBrokers(String value) {
        assertThat(Variable.brokers("B").fault(Optional.of(value))).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "10, true",
        "1s, true",
        "500ms, true",
        "PT1.5S, true",
        "p2dt3h, true",
        "1 s, false",
        "soon, false",
        "-1s, false"
    })
    void durations(String value, boolean fits) {
        assertThat(Variable.duration("D").fault(Optional.of(value)).isEmpty()).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({
        "http://host:8081, true",
        "https://host, true",
        "host:8081, false",
        "ftp://host, false",
        "http://, false"
    })
    void urls(String value, boolean fits) {
        assertThat(Variable.url("U").fault(Optional.of(value)).isEmpty()).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({"1, true", "600, true", "0, false", "-3, false", "many, false", "9999999999, false"})
    void counts(String value, boolean fits) {
        assertThat(Variable.count("C").fault(Optional.of(value)).isEmpty()).isEqualTo(fits);
    }

    @Test
    void databases() {
        assertThat(Variable.database("D").fault(Optional.of("jdbc:postgresql://h/db")))
                .isEmpty();
        assertThat(Variable.database("D").fault(Optional.of("postgres://h/db"))).isPresent();
    }
}
