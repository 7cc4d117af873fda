package org.onrecord.api.parameter;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.ws.rs.container.ContainerRequestContext;

import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

import org.onrecord.chassis.problem.InvalidValue;
import org.onrecord.chassis.problem.ProblemException;

/**
 * Refuses what no resource method would look at: a misspelt parameter would otherwise be a filter that silently does
 * not filter.
 */
class QueryParameterFilter {

    /** For each name whether it may be given several times. */
    private final Map<Class<?>, Map<String, Boolean>> namesByType = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void refuseUnknown(ContainerRequestContext request, SimpleResourceInfo resource) {
        Map<String, Boolean> known = new TreeMap<>();
        for (Class<?> type : resource.parameterTypes()) {
            known.putAll(namesByType.computeIfAbsent(type, QueryParameterFilter::names));
        }
        List<InvalidValue> errors = new ArrayList<>();
        request.getUriInfo().getQueryParameters().forEach((name, values) -> {
            if (!known.containsKey(name)) {
                errors.add(new InvalidValue(printable(name), unknown(known.keySet())));
            } else if (values.size() > 1 && !known.get(name)) {
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

    private static String unknown(Set<String> known) {
        return known.isEmpty()
                ? "is not a parameter here: there are none"
                : "is not a parameter here: there are " + String.join(", ", known);
    }

    private static Map<String, Boolean> names(Class<?> type) {
        Map<String, Boolean> names = new TreeMap<>();
        for (Class<?> declaring = type; declaring != null; declaring = declaring.getSuperclass()) {
            for (Field field : declaring.getDeclaredFields()) {
                if (field.isAnnotationPresent(RestQuery.class)) {
                    names.put(field.getName(), Collection.class.isAssignableFrom(field.getType()));
                }
            }
        }
        return names;
    }

    private static String printable(String name) {
        String cut = name.length() > 50 ? name.substring(0, 50) + "…" : name;
        return cut.replaceAll("\\p{Cntrl}", "�");
    }
}
