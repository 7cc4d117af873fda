package org.onrecord.contracts.schema;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.onrecord.contracts.schema.Change.Effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SchemaCompatibilityTest {
    private static final String RELEASED = """
            {
              "$defs": {
                "Speaker": {"type": "object", "properties": {"surface": {"type": "string"}}, "required": ["surface"]},
                "Kind": {"type": "string", "enum": ["direct", "mixed"]}
              },
              "type": "object",
              "properties": {
                "quoteId": {"type": "string", "format": "uuid"},
                "kind": {"$ref": "#/$defs/Kind", "description": "how it is reported"},
                "speaker": {"anyOf": [{"type": "null"}, {"$ref": "#/$defs/Speaker"}]},
                "words": {"type": "array", "items": {"type": "string"}},
                "evidence": {"type": "object", "additionalProperties": {"type": "string"}},
                "detail": {"type": ["string", "null"]}
              },
              "required": ["quoteId", "kind", "words"]
            }
            """;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            removed property         | "detail": {"type": ["string", "null"]}      | "note": {"type": ["string", "null"]} | event.detail
            required removed         | "quoteId": {"type": "string", "format": "uuid"}, |                                 | event.quoteId
            retyped property         | "words": {"type": "array", "items": {"type": "string"}} | "words": {"type": "string"} | event.words
            retyped item             | "items": {"type": "string"}                 | "items": {"type": "integer"}         | event.words[]
            retyped map value        | "additionalProperties": {"type": "string"}  | "additionalProperties": {"type": "integer"} | event.evidence{}
            closed to more           | "required": ["surface"]                     | "required": ["surface"], "additionalProperties": false | event.speaker{}
            newly required           | "required": ["quoteId", "kind", "words"]    | "required": ["quoteId", "kind", "words", "detail"] | event.detail
            new and required         | "required": ["surface"]                     | "required": ["surface", "role"]      | event.speaker
            no longer required       | "required": ["quoteId", "kind", "words"]    | "required": ["quoteId", "kind"]      | event.words
            may now be null          | "quoteId": {"type": "string"                | "quoteId": {"type": ["string", "null"] | event.quoteId
            may no longer be null    | "detail": {"type": ["string", "null"]}      | "detail": {"type": "string"}         | event.detail
            object no longer null    | {"anyOf": [{"type": "null"}, {"$ref": "#/$defs/Speaker"}]} | {"$ref": "#/$defs/Speaker"} | event.speaker
            value gone               | "enum": ["direct", "mixed"]                 | "enum": ["direct"]                   | event.kind
            value renamed            | "enum": ["direct", "mixed"]                 | "enum": ["direct", "part"]           | event.kind
            enumeration opened       | "type": "string", "enum": ["direct", "mixed"] | "type": "string"                   | event.kind
            other format             | "format": "uuid"                            | "format": "uri"                      | event.quoteId
            unknown keyword          | "format": "uuid"                            | "format": "uuid", "maxLength": 36    | event.quoteId
            """)
    void names_the_place_of_a_breaking_change(String name, String from, String to, String place) {
        JsonNode changed = changed(from, to == null ? "" : to);

        var changes = SchemaCompatibility.changes(json(RELEASED), changed);

        assertThat(changes)
                .filteredOn(change -> change.effect() == Effect.BREAKING)
                .isNotEmpty()
                .allSatisfy(change -> assertThat(change.place()).startsWith(place));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            other words          | how it is reported                     | the way it is reported
            other order          | ["quoteId", "kind", "words"]           | ["words", "kind", "quoteId"]
            definition renamed   | #/$defs/Speaker                        | #/$defs/Person
            definition inlined   | {"$ref": "#/$defs/Kind", "description" | {"type": "string", "enum": ["mixed", "direct"], "description"
            """)
    void finds_nothing_where_only_the_writing_changed(String name, String from, String to) {
        JsonNode changed = changed(from, to);

        assertThat(SchemaCompatibility.changes(json(RELEASED), changed)).isEmpty();
    }

    @Test
    void a_new_optional_property_is_harmless() {
        JsonNode changed = changed("\"words\": {", "\"rule\": {\"type\": [\"string\", \"null\"]}, \"words\": {");

        var changes = SchemaCompatibility.changes(json(RELEASED), changed);

        assertThat(changes).containsExactly(new Change(Effect.HARMLESS, "event.rule", "is new"));
    }

    @Test
    void a_new_value_asks_for_the_readers_to_be_upgraded_first() {
        JsonNode changed = changed("\"mixed\"", "\"mixed\", \"indirect\"");

        var changes = SchemaCompatibility.changes(json(RELEASED), changed);

        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.effect()).isEqualTo(Effect.READERS_FIRST);
            assertThat(change)
                    .hasToString(
                            "READERS_FIRST at event.kind: the value \"indirect\" is new: old readers do not know it");
        });
    }

    @Test
    void refuses_a_schema_it_cannot_follow() {
        JsonNode dangling = changed("{\"$ref\": \"#/$defs/Kind\"", "{\"$ref\": \"#/$defs/Sort\"");

        assertThatThrownBy(() -> SchemaCompatibility.changes(json(RELEASED), dangling))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("#/$defs/Sort");
    }

    /** The released schema with one piece replaced; a renamed definition is renamed where it stands, too. */
    private static JsonNode changed(String from, String to) {
        assertThat(RELEASED).contains(from);
        String text = RELEASED.replace(from, to);
        return json(to.equals("#/$defs/Person") ? text.replace("\"Speaker\":", "\"Person\":") : text);
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
