package org.onrecord.api.parameter;

import java.lang.reflect.Field;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import org.jboss.resteasy.reactive.RestQuery;

import org.onrecord.chassis.problem.InvalidValue;
import org.onrecord.chassis.problem.ProblemException;

/**
 * The query parameters that some classes declare: the same for a query that comes with a request and for one that is kept. Immutable.
 */
public final class DeclaredParameters {

    private static final Map<Class<?>, Map<String, Field>> OF_TYPES = new ConcurrentHashMap<>();

    private final Map<String, Field> fields = new TreeMap<>();

    private DeclaredParameters() {}

    /** @param types those without parameters included */
    public static DeclaredParameters of(Class<?>... types) {
        DeclaredParameters declared = new DeclaredParameters();
        for (Class<?> type : types) {
            declared.fields.putAll(OF_TYPES.computeIfAbsent(type, DeclaredParameters::fields));
        }
        return declared;
    }

    /**
     * Refuses what no class declares: a misspelt parameter would otherwise be a filter that silently does not filter.
     *
     * @param given values by name
     * @throws ProblemException naming each that is none, is given too often, or is empty
     */
    public void check(Map<String, List<String>> given) {
        List<InvalidValue> errors = new ArrayList<>();
        given.forEach((name, values) -> {
            if (!fields.containsKey(name)) {
                errors.add(new InvalidValue(printable(name), unknown()));
            } else if (values.size() > 1 && !isList(fields.get(name))) {
                errors.add(new InvalidValue(name, "must be given once"));
            } else if (values.stream().anyMatch(String::isEmpty)) {
                errors.add(new InvalidValue(name, "must not be empty: leave it out instead"));
            } else if (values.stream().anyMatch(value -> value.indexOf('\0') >= 0)) {
                errors.add(new InvalidValue(name, "must not hold the character U+0000"));
            }
        });
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }

    /**
     * Puts values into the fields that declare them.
     *
     * @param bean of one of the classes
     * @param given what {@link #check} let through
     */
    public <T> T fill(T bean, Map<String, List<String>> given) {
        given.forEach((name, values) -> {
            Field field = fields.get(name);
            set(bean, field, isList(field) ? List.copyOf(values) : values.getFirst());
        });
        return bean;
    }

    /** The query that fills a bean so, in one spelling: names in order, each value escaped. */
    public String query(Object bean) {
        StringJoiner query = new StringJoiner("&");
        fields.forEach((name, field) -> values(get(bean, field))
                .forEach(value -> query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8))));
        return query.toString();
    }

    /**
     * The values of a query by their names, in its order.
     *
     * @param query what stands behind the question mark of a URL
     * @throws IllegalArgumentException if an escape in it is broken
     */
    public static Map<String, List<String>> values(String query) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String parameter : query.split("&")) {
            int equals = parameter.indexOf('=');
            if (!parameter.isEmpty()) {
                values.computeIfAbsent(
                                decoded(equals < 0 ? parameter : parameter.substring(0, equals)),
                                name -> new ArrayList<>())
                        .add(equals < 0 ? "" : decoded(parameter.substring(equals + 1)));
            }
        }
        return values;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static List<String> values(Object value) {
        return switch (value) {
            case null -> List.of();
            case Collection<?> many -> many.stream().map(Object::toString).toList();
            default -> List.of(value.toString());
        };
    }

    private String unknown() {
        return fields.isEmpty()
                ? "is not a parameter here: there are none"
                : "is not a parameter here: there are " + String.join(", ", fields.keySet());
    }

    private static boolean isList(Field field) {
        return Collection.class.isAssignableFrom(field.getType());
    }

    private static Map<String, Field> fields(Class<?> type) {
        Map<String, Field> fields = new TreeMap<>();
        for (Class<?> declaring = type; declaring != null; declaring = declaring.getSuperclass()) {
            Arrays.stream(declaring.getDeclaredFields())
                    .filter(field -> field.isAnnotationPresent(RestQuery.class))
                    .forEach(field -> fields.put(field.getName(), field));
        }
        return fields;
    }

    private static Object get(Object bean, Field field) {
        try {
            return field.get(bean);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("parameters are public fields", e);
        }
    }

    private static void set(Object bean, Field field, Object value) {
        try {
            field.set(bean, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("parameters are public fields", e);
        }
    }

    private static String printable(String name) {
        String cut = name.length() > 50 ? name.substring(0, 50) + "…" : name;
        return cut.replaceAll("\\p{Cntrl}", "�");
    }
}
