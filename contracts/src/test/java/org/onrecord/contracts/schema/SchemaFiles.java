package org.onrecord.contracts.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The files of this module that its tests hold against each other; surefire runs in the module's folder. */
final class SchemaFiles {
    static final Path SOURCES = Path.of("src/main/java");
    static final Path RESOURCES = Path.of("src/main/resources");
    static final Path SCHEMAS = RESOURCES.resolve("schemas");
    static final Path RELEASED = SCHEMAS.resolve("released");
    static final Path EXAMPLES = RESOURCES.resolve("examples");

    private static final ObjectMapper JSON = new ObjectMapper();

    private SchemaFiles() {}

    static JsonNode committed(EventType event) {
        return parse(SCHEMAS.resolve(event.schemaFile()));
    }

    static JsonNode parse(Path file) {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folders of the released versions, oldest name first. */
    static List<Path> releases() {
        return list(RELEASED);
    }

    /** The example events of a type: {@code examples/article/*.json}. */
    static List<Path> examples(EventType event) {
        return list(EXAMPLES.resolve(event.slug));
    }

    static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
