package org.onrecord.contracts.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import org.onrecord.contracts.Analysis;
import org.onrecord.contracts.Article;
import org.onrecord.contracts.Mention;
import org.onrecord.contracts.Span;
import org.onrecord.contracts.Speaker;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The example events say what the schemas mean. The services' tests read them too: whoever consumes an event has to
 * take every example of it.
 */
class ExampleEventsTest {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    static Stream<Arguments> examples() {
        return Stream.of(EventType.values())
                .flatMap(event -> SchemaFiles.examples(event).stream().map(file -> Arguments.of(event, file)));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void is_valid_by_the_committed_schema(EventType event, Path example) throws IOException {
        assertThat(errors(event, Files.readString(example))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void is_read_and_written_again_without_loss(EventType event, Path example) throws IOException {
        JsonNode expected = withoutNulls(SchemaFiles.parse(example));

        Object read = EventJson.MAPPER.readValue(Files.readString(example), event.type);
        String written = EventJson.MAPPER.writeValueAsString(read);

        assertThat(withoutNulls(EventJson.MAPPER.readTree(written))).isEqualTo(expected);
        assertThat(errors(event, written)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void is_read_even_if_it_holds_more_than_is_known(EventType event, Path example) throws IOException {
        ObjectNode later = (ObjectNode) SchemaFiles.parse(example);
        later.putObject("addedLater").put("by", "a newer writer");

        Object read = EventJson.MAPPER.readValue(later.toString(), event.type);

        assertThat(read).isEqualTo(EventJson.MAPPER.readValue(Files.readString(example), event.type));
        assertThat(errors(event, later.toString())).isEmpty();
    }

    @Test
    void a_quote_of_a_writer_before_stances_was_said_by_its_speaker_alone() throws IOException {
        Path example = SchemaFiles.EXAMPLES.resolve("analysis/named-speakers.json");
        JsonNode earlier = SchemaFiles.parse(example);
        earlier.path("quotes").forEach(quote -> ((ObjectNode) quote).remove(List.of("stance", "speakers")));

        Object read = EventJson.MAPPER.readValue(earlier.toString(), Analysis.class);

        assertThat(read).isEqualTo(EventJson.MAPPER.readValue(Files.readString(example), Analysis.class));
        assertThat(errors(EventType.ANALYSIS, earlier.toString())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void the_examples_of_an_event_use_every_property_it_has(EventType event) {
        Set<String> used = new TreeSet<>();
        SchemaFiles.examples(event).forEach(example -> collect(SchemaFiles.parse(example), used));

        assertThat(used).containsAll(declared(SchemaFiles.committed(event)));
    }

    @ParameterizedTest(name = "{0} without {2}")
    @CsvSource({
        "FETCH_REQUEST, page, url",
        "ARTICLE, fetched, articleId",
        "ANALYSIS, named-speakers, quotes",
        "OUTCOME, analysed, reason"
    })
    void an_event_without_a_required_property_is_invalid(EventType event, String example, String property) {
        ObjectNode incomplete = (ObjectNode)
                SchemaFiles.parse(SchemaFiles.EXAMPLES.resolve(event.slug).resolve(example + ".json"));
        incomplete.remove(property);

        assertThat(errors(event, incomplete.toString()))
                .singleElement()
                .satisfies(error -> assertThat(error.getMessage()).contains("'" + property + "'"));
    }

    @Test
    void offsets_of_the_examples_are_those_of_their_words() throws IOException {
        for (Path example : SchemaFiles.examples(EventType.ANALYSIS)) {
            Analysis analysis = EventJson.MAPPER.readValue(Files.readString(example), Analysis.class);
            Article article = analysis.article();

            assertThat(analysis.mentions())
                    .allSatisfy(mention ->
                            assertThat(words(article, mention.span())).isEqualTo(mention.surface()));
            assertThat(analysis.quotes()).allSatisfy(quote -> {
                assertThat(quote.text())
                        .isEqualTo(String.join(
                                " ",
                                quote.spans().stream()
                                        .map(span -> words(article, span))
                                        .toList()));
                if (quote.cue() != null) {
                    assertThat(words(article, quote.cue().span()))
                            .isEqualTo(quote.cue().surface());
                }
                assertThat(quote.speakers())
                        .startsWith(Stream.ofNullable(quote.speaker()).toArray(Speaker[]::new))
                        .allSatisfy(speaker ->
                                assertThat(words(article, speaker.span())).isEqualTo(speaker.surface()));
            });
            assertThat(analysis.mentions())
                    .extracting(Mention::entityId)
                    .allMatch(id -> analysis.entities().get(id).id() == id);
        }
    }

    private static String words(Article article, Span span) {
        String field = switch (span.field()) {
            case TITLE -> article.title();
            case TEXT -> article.text();
        };
        return field.substring(span.start(), span.end());
    }

    private static List<Error> errors(EventType event, String json) {
        Schema schema = REGISTRY.getSchema(SchemaFiles.committed(event).toString(), InputFormat.JSON);
        return schema.validate(
                json,
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    private static Set<String> declared(JsonNode schema) {
        Set<String> names = new TreeSet<>();
        schema.findValues("properties")
                .forEach(properties -> properties.fieldNames().forEachRemaining(names::add));
        schema.at("/$defs")
                .forEach(
                        definition -> definition.path("properties").fieldNames().forEachRemaining(names::add));
        return names;
    }

    private static void collect(JsonNode value, Set<String> names) {
        value.fieldNames().forEachRemaining(names::add);
        value.forEach(child -> collect(child, names));
    }

    private static JsonNode withoutNulls(JsonNode value) {
        if (value instanceof ObjectNode object) {
            object.properties().removeIf(property -> property.getValue().isNull());
        }
        value.forEach(ExampleEventsTest::withoutNulls);
        return value;
    }
}
