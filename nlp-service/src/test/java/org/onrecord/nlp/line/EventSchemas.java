package org.onrecord.nlp.line;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

/** The schemas and example events that contracts ships, as anyone who reads or writes our topics finds them. */
final class EventSchemas {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private EventSchemas() {}

    /** What is wrong with an event by its schema, such as {@code analysis.v1}; empty if nothing is. */
    static List<Error> errors(String schema, byte[] event) {
        return REGISTRY.getSchema(text("/schemas/" + schema + ".json"), InputFormat.JSON)
                .validate(
                        new String(event, StandardCharsets.UTF_8),
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    static byte[] example(String name) {
        return text("/examples/" + name + ".json").getBytes(StandardCharsets.UTF_8);
    }

    private static String text(String resource) {
        try (InputStream stream = EventSchemas.class.getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
