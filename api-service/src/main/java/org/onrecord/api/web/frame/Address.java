package org.onrecord.api.web.frame;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * A path of this service with parameters, such as a question with its filters. Immutable.
 *
 * @param parameters in the order in which they are written; a name may come several times
 */
public record Address(String path, List<Parameter> parameters) {

    /** One of them. */
    public record Parameter(String name, String value) {}

    public Address {
        parameters = List.copyOf(parameters);
    }

    public static Address of(String path) {
        return new Address(path, List.of());
    }

    public boolean has(String name) {
        return parameters.stream().anyMatch(parameter -> parameter.name().equals(name));
    }

    /** The same with one value for a parameter; without it where the value is null. */
    public Address with(String name, @Nullable Object value) {
        return value == null ? without(name) : without(name).and(name, value);
    }

    /** The same with another value for a parameter, beside those that it has. */
    public Address and(String name, Object value) {
        List<Parameter> more = new ArrayList<>(parameters);
        more.add(new Parameter(name, value.toString()));
        return new Address(path, more);
    }

    public Address without(String name) {
        return new Address(
                path,
                parameters.stream()
                        .filter(parameter -> !parameter.name().equals(name))
                        .toList());
    }

    /** The same without one value. */
    public Address without(Parameter gone) {
        return new Address(
                path,
                parameters.stream().filter(parameter -> !parameter.equals(gone)).toList());
    }

    /** The same parameters at another path. */
    public Address at(String path) {
        return new Address(path, parameters);
    }

    @Override
    public String toString() {
        String query = parameters.stream()
                .map(parameter -> parameter.name() + "=" + URLEncoder.encode(parameter.value(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }
}
