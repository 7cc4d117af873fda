package org.onrecord.kubernetes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/** One object of a rendered overlay. */
record Manifest(JsonNode json) {
    String kind() {
        return json.path("kind").asText();
    }

    String apiVersion() {
        return json.path("apiVersion").asText();
    }

    String name() {
        return json.at("/metadata/name").asText();
    }

    JsonNode at(String pointer) {
        return json.at(pointer);
    }

    /** The containers of a workload. */
    List<JsonNode> containers() {
        return elements("/spec/template/spec/containers").toList();
    }

    Stream<JsonNode> elements(String pointer) {
        return StreamSupport.stream(json.at(pointer).spliterator(), false);
    }

    /** Texts by key, such as labels or a selector. */
    Map<String, String> texts(String pointer) {
        Map<String, String> texts = new HashMap<>();
        json.at(pointer)
                .properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }

    @Override
    public String toString() {
        return kind() + " " + name();
    }
}
