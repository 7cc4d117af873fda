package org.onrecord.contracts.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The committed schemas say what the records say. After a change to a record:
 *
 * <pre>mvn -pl contracts test -Dtest=CommittedSchemasTest -Donrecord.schemas.write</pre>
 *
 * writes them anew; at a release, {@code -Donrecord.schemas.release=0.2.0} besides keeps them as that release's.
 */
class CommittedSchemasTest {
    private static final RecordSchemas RECORDS = new RecordSchemas();

    @ParameterizedTest
    @EnumSource
    void the_committed_schema_is_that_of_the_record(EventType event) throws IOException {
        JsonNode generated = RECORDS.of(event);
        if (System.getProperty("onrecord.schemas.write") != null) {
            write(SchemaFiles.SCHEMAS.resolve(event.schemaFile()), generated);
        }
        String release = System.getProperty("onrecord.schemas.release");
        if (release != null) {
            write(SchemaFiles.RELEASED.resolve(release).resolve(event.schemaFile()), generated);
        }

        assertThat(SchemaFiles.committed(event))
                .as(
                        "%s differs from its record; if that is meant: mvn -pl contracts test -Dtest=CommittedSchemasTest"
                                + " -Donrecord.schemas.write",
                        event.schemaFile())
                .isEqualTo(generated);
    }

    private static void write(Path file, JsonNode schema) throws IOException {
        Files.createDirectories(file.getParent());
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter()
                .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                .withArrayIndenter(new DefaultIndenter("  ", "\n"));
        Files.writeString(file, new ObjectMapper().writer(printer).writeValueAsString(schema) + "\n");
    }
}
