package org.onrecord.contracts.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * Compares two versions of an event's schema in both directions that matter: events written by the old version must be
 * readable by the new reader (topics keep them, replays bring them back), and a reader that knows the old version only
 * must still find in new events what it was promised.
 *
 * <p>Knows the keywords that {@link RecordSchemas} writes; any other keyword that differs is taken as breaking, so that
 * nothing passes because nobody thought of it.
 */
final class SchemaCompatibility {
    private static final Set<String> WORDS = Set.of("description", "title", "$id", "$schema", "$comment");
    private static final Set<String> COMPARED =
            Set.of("$defs", "$ref", "type", "anyOf", "properties", "required", "enum", "items", "additionalProperties");

    private final JsonNode before;
    private final JsonNode after;
    private final List<Change> changes = new ArrayList<>();
    private final Set<String> compared = new HashSet<>();

    private SchemaCompatibility(JsonNode before, JsonNode after) {
        this.before = before;
        this.after = after;
    }

    /** Returns what changed between two schemas, in the order of the schema; empty where only the words did. */
    static List<Change> changes(JsonNode before, JsonNode after) {
        SchemaCompatibility comparison = new SchemaCompatibility(before, after);
        comparison.compare("event", before, after);
        return comparison.changes;
    }

    private void compare(String place, JsonNode oldNode, JsonNode newNode) {
        if (oldNode.has("$ref")
                && newNode.has("$ref")
                && !compared.add(oldNode.get("$ref") + " " + newNode.get("$ref"))) {
            return;
        }
        Shape oldShape = Shape.of(oldNode, before);
        Shape newShape = Shape.of(newNode, after);
        compareTypes(place, oldShape, newShape);
        compareEnumerations(place, oldShape.schema(), newShape.schema());
        compareProperties(place, oldShape.schema(), newShape.schema());
        compareChildren(
                place + "[]", oldShape.schema().path("items"), newShape.schema().path("items"));
        compareChildren(
                place + "{}",
                oldShape.schema().path("additionalProperties"),
                newShape.schema().path("additionalProperties"));
        compareOtherKeywords(place, oldShape.schema(), newShape.schema());
    }

    private void compareChildren(String place, JsonNode oldNode, JsonNode newNode) {
        if (oldNode.isObject() && newNode.isObject()) {
            compare(place, oldNode, newNode);
        } else if (!oldNode.equals(newNode)) {
            breaking(place, "was " + oldNode + ", is " + newNode);
        }
    }

    private void compareTypes(String place, Shape oldShape, Shape newShape) {
        if (oldShape.types().equals(newShape.types())) {
            return;
        }
        if (newShape.types().equals(with(oldShape.types(), "null"))) {
            breaking(place, "may now be null: readers that rely on it fail");
        } else if (oldShape.types().equals(with(newShape.types(), "null"))) {
            breaking(place, "may no longer be null: events already written that lack it become unreadable");
        } else {
            breaking(place, "was of type " + oldShape.types() + ", is of type " + newShape.types());
        }
    }

    private void compareEnumerations(String place, JsonNode oldSchema, JsonNode newSchema) {
        Set<String> oldValues = texts(oldSchema.path("enum"));
        Set<String> newValues = texts(newSchema.path("enum"));
        if (oldValues.isEmpty() != newValues.isEmpty()) {
            breaking(place, "was " + closed(oldValues) + ", is " + closed(newValues));
            return;
        }
        for (String gone : without(oldValues, newValues)) {
            breaking(place, "the value \"" + gone + "\" is gone: events already written become unreadable");
        }
        for (String added : without(newValues, oldValues)) {
            add(Change.Effect.READERS_FIRST, place, "the value \"" + added + "\" is new: old readers do not know it");
        }
    }

    private void compareProperties(String place, JsonNode oldSchema, JsonNode newSchema) {
        JsonNode oldProperties = oldSchema.path("properties");
        JsonNode newProperties = newSchema.path("properties");
        for (String gone : without(names(oldProperties), names(newProperties))) {
            breaking(place + "." + gone, "is gone or renamed: old readers miss it");
        }
        compareRequired(place, oldSchema, newSchema);
        for (String name : names(newProperties)) {
            if (oldProperties.has(name)) {
                compare(place + "." + name, oldProperties.get(name), newProperties.get(name));
            } else {
                add(Change.Effect.HARMLESS, place + "." + name, "is new");
            }
        }
    }

    private void compareRequired(String place, JsonNode oldSchema, JsonNode newSchema) {
        Set<String> oldRequired = texts(oldSchema.path("required"));
        Set<String> newRequired = texts(newSchema.path("required"));
        for (String loosened : without(oldRequired, newRequired)) {
            breaking(place + "." + loosened, "may now be absent: readers that rely on it fail");
        }
        for (String added : without(newRequired, oldRequired)) {
            breaking(place + "." + added, "is now required: events already written that lack it become unreadable");
        }
    }

    private void compareOtherKeywords(String place, JsonNode oldSchema, JsonNode newSchema) {
        Set<String> keywords = new LinkedHashSet<>(names(oldSchema));
        keywords.addAll(names(newSchema));
        keywords.removeAll(WORDS);
        keywords.removeAll(COMPARED);
        for (String keyword : keywords) {
            JsonNode was = oldSchema.path(keyword);
            JsonNode is = newSchema.path(keyword);
            if (!was.equals(is)) {
                breaking(place, keyword + " was " + shown(was) + ", is " + shown(is));
            }
        }
    }

    private void breaking(String place, String account) {
        add(Change.Effect.BREAKING, place, account);
    }

    private void add(Change.Effect effect, String place, String account) {
        changes.add(new Change(effect, place, account));
    }

    private static String shown(JsonNode value) {
        return value.isMissingNode() ? "unset" : value.toString();
    }

    private static String closed(Set<String> values) {
        return values.isEmpty() ? "open" : "one of " + values;
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new LinkedHashSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new LinkedHashSet<>();
        array.forEach(value -> texts.add(value.asText()));
        return texts;
    }

    private static Set<String> with(Set<String> values, String further) {
        Set<String> all = new HashSet<>(values);
        all.add(further);
        return all;
    }

    private static Set<String> without(Set<String> values, Set<String> others) {
        Set<String> rest = new LinkedHashSet<>(values);
        rest.removeAll(others);
        return rest;
    }

    /** A schema with its reference followed and the null of {@code anyOf: [null, …]} counted among its types. */
    private record Shape(JsonNode schema, Set<String> types) {

        static Shape of(JsonNode node, JsonNode root) {
            boolean nullable = false;
            JsonNode schema = node;
            while (schema.has("$ref") || schema.has("anyOf")) {
                if (schema.has("$ref")) {
                    schema = resolve(schema.get("$ref").asText(), root);
                } else {
                    JsonNode only = onlyNonNull(schema.get("anyOf"));
                    nullable = true;
                    schema = only;
                }
            }
            Set<String> types = new HashSet<>(texts(schema.path("type")));
            if (schema.path("type").isTextual()) {
                types.add(schema.get("type").asText());
            }
            if (nullable) {
                types.add("null");
            }
            return new Shape(schema, types);
        }

        private static JsonNode resolve(String reference, JsonNode root) {
            JsonNode target = reference.startsWith("#/") ? root.at(reference.substring(1)) : MissingNode.getInstance();
            if (target.isMissingNode()) {
                throw new IllegalArgumentException("No such definition in the schema: " + reference);
            }
            return target;
        }

        private static JsonNode onlyNonNull(JsonNode alternatives) {
            List<JsonNode> rest = new ArrayList<>();
            alternatives.forEach(alternative -> {
                if (!"null".equals(alternative.path("type").asText())) {
                    rest.add(alternative);
                }
            });
            if (rest.size() != 1 || alternatives.size() != 2) {
                throw new IllegalArgumentException(
                        "Not a nullable type, which is the only anyOf known here: " + alternatives);
            }
            return rest.getFirst();
        }
    }
}
