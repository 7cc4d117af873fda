package org.onrecord.api.access;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import org.onrecord.chassis.environment.Environment;
import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;

import static org.assertj.core.api.Assertions.assertThat;

/** The command as an operator uses it. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class KeyCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Inject
    DataSource database;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

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
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "2 | \"\"                       | usage: create NAME [feed|read|write|edit|admin [DAY]], list, or revoke ID; DAY is a date such as 2027-12-31",
                "2 | create                     | usage: create NAME",
                "2 | create one read 2030-01-01 more | usage: create NAME",
                "2 | create one foo             | 'foo' is not a scope: use feed, read, write, edit or admin",
                "2 | create one read tomorrow   | 'tomorrow' is not a date such as 2027-12-31",
                "2 | create one read 2020-01-01 | a key that expires at the start of 2020-01-01 (UTC) would be expired already",
                "2 | list all                   | usage: create NAME",
                "2 | revoke it                  | 'it' is not the id of a key; key list shows the ids",
                "1 | revoke 6c1dd6c5-2a2a-3a52-8a2e-0c63c0a3f1a1 | there is no key 6c1dd6c5-2a2a-3a52-8a2e-0c63c0a3f1a1; key list"
            })
    void whatCannotBeDoneIsToldInOneLine(int status, String arguments, String told) {
        assertThat(run(arguments.split(" "))).isEqualTo(status);

        assertThat(errors()).singleElement().asString().startsWith("key: " + told);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void aNameHasOneLineOfItsOwn() {
        assertThat(run("create", " ")).isEqualTo(2);
        assertThat(run("create", "one\ttwo")).isEqualTo(2);

        assertThat(errors()).containsOnly("key: a key needs a name, on one line");
    }

    @Test
    void withoutADatabaseItSaysWhichVariablesNameOne() {
        assertThat(run(Map.of(), "list")).isEqualTo(2);

        assertThat(errors())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("key: ONRECORD_DATABASE_URL is not set: it must be the JDBC URL"),
                        line -> assertThat(line).startsWith("key: ONRECORD_DATABASE_USER is not set"),
                        line -> assertThat(line).startsWith("key: ONRECORD_DATABASE_PASSWORD is not set"));
    }

    @Test
    void aWrongPasswordAndADatabaseThatIsAwayAreToldApart() {
        String nobody = url.replaceFirst("//[^/]+/", "//127.0.0.1:9/");

        assertThat(run(variables(url, "nobody", "guessed"), "list")).isEqualTo(1);
        assertThat(run(variables(nobody, "nobody", "guessed"), "list")).isEqualTo(1);

        assertThat(errors())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("key: the database refuses this user or password"),
                        line -> assertThat(line)
                                .isEqualTo(
                                        "key: the database that ONRECORD_DATABASE_URL names does not answer (Connection"
                                                + " refused)"));
    }

    /** What an operator meets who makes the first key before the service has run. */
    @Test
    void beforeTheServiceHasMadeItsTablesItSaysSo() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE never_started");
        }

        assertThat(run(
                        variables(url.replaceFirst("/[^/?]+(\\?|$)", "/never_started$1"), "postgres", "postgres"),
                        "create",
                        "one"))
                .isEqualTo(1);

        assertThat(errors())
                .containsExactly(
                        "key: the database has no tables yet; start the API service once, so that it creates them,"
                                + " and try again");
    }

    private int run(String... arguments) {
        return run(variables(url, "postgres", "postgres"), arguments);
    }

    private int run(Map<String, String> variables, String... arguments) {
        return KeyCommand.run(
                arguments.length == 1 && arguments[0].isEmpty() ? List.of() : List.of(arguments),
                new Environment(variables, new Properties()),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private List<String> errors() {
        return err.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static Map<String, String> variables(String url, String user, String password) {
        return Map.of(
                "ONRECORD_DATABASE_URL", url,
                "ONRECORD_DATABASE_USER", user,
                "ONRECORD_DATABASE_PASSWORD", password);
    }
}
