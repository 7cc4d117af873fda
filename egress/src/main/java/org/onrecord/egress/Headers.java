package org.onrecord.egress;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The header fields of a request or a response.
 *
 * @param fields in the order and spelling of the message
 */
public record Headers(List<Field> fields) {

    /** One line of the head. */
    public record Field(String name, String value) {}

    public Headers {
        fields = List.copyOf(fields);
    }

    /** The value of the first field of this name, whatever its case. */
    public Optional<String> first(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(Field::value)
                .findFirst();
    }

    /** The values of all fields of this name, whatever its case, in order. */
    public List<String> all(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(Field::value)
                .toList();
    }

    /** The media type of Content-Type in lower case, without parameters; empty if there is none. */
    public Optional<String> mediaType() {
        return first("Content-Type")
                .map(type -> type.split("[;,]", 2)[0].strip().toLowerCase(Locale.ROOT))
                .filter(type -> !type.isEmpty());
    }

    /** Characters of all fields, separators included. */
    int size() {
        return fields.stream()
                .mapToInt(field -> field.name().length() + field.value().length() + 4)
                .sum();
    }

    /** The values of all fields of this name, in lower case, in order. */
    List<String> allLowerCase(String name) {
        return all(name).stream()
                .map(value -> value.strip().toLowerCase(Locale.ROOT))
                .toList();
    }
}
