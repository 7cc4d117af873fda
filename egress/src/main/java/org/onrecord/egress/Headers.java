package org.onrecord.egress;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The header fields of a request or a response.
 *
 * @param fields in the order and spelling of the message
 */
public record Headers(List<Field> fields) {

    private static final Pattern MEDIA_TYPE = Pattern.compile("[\\w!#$&^.+-]+/[\\w!#$&^.+-]+\\s*(?:;|$)");

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

    /**
     * What Content-Type says, however often it does and in how many fields: the last that is one, with the charset of one before
     * it that says the same (WHATWG Fetch, "extract a MIME type"). Empty if none is.
     */
    public Optional<String> contentType() {
        Optional<String> last = Optional.empty();
        for (String written : String.join(",", all("Content-Type")).split(",")) {
            String type = written.strip();
            if (MEDIA_TYPE.matcher(type).lookingAt() && !type.startsWith("*/*")) {
                boolean same = last.map(before -> mediaType(before).equals(mediaType(type)) && type.indexOf(';') < 0)
                        .orElse(false);
                last = same ? last : Optional.of(type);
            }
        }
        return last;
    }

    /** The media type of Content-Type in lower case, without parameters; empty if there is none. */
    public Optional<String> mediaType() {
        return contentType().map(Headers::mediaType);
    }

    private static String mediaType(String contentType) {
        return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
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
