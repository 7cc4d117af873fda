package org.onrecord.contracts.schema;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** No event changes in a way that breaks those who read or wrote any released version of it. */
class ReleasedSchemasTest {

    static Stream<Arguments> released() {
        return SchemaFiles.releases().stream()
                .flatMap(release -> Stream.of(EventType.values())
                        .filter(event -> Files.exists(release.resolve(event.schemaFile())))
                        .map(event -> Arguments.of(release, event)));
    }

    @ParameterizedTest
    @MethodSource("released")
    void an_event_is_compatible_with_its_released_versions(Path release, EventType event) {
        var changes = SchemaCompatibility.changes(
                SchemaFiles.parse(release.resolve(event.schemaFile())), SchemaFiles.committed(event));

        assertThat(changes)
                .as(
                        "%s against release %s; a breaking change needs a new version of the event",
                        event, release.getFileName())
                .noneMatch(change -> change.effect() == Change.Effect.BREAKING);
    }

    @Test
    void the_last_release_has_every_event() {
        Path last = SchemaFiles.releases().getLast();

        assertThat(SchemaFiles.list(last).stream()
                        .map(file -> file.getFileName().toString()))
                .containsExactlyInAnyOrder(
                        Stream.of(EventType.values()).map(EventType::schemaFile).toArray(String[]::new));
    }
}
