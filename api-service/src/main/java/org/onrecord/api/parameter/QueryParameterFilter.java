package org.onrecord.api.parameter;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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

    private final Map<Class<?>, Set<String>> namesByType = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void refuseUnknown(ContainerRequestContext request, SimpleResourceInfo resource) {
        Set<String> known = new TreeSet<>();
        for (Class<?> type : resource.parameterTypes()) {
            known.addAll(namesByType.computeIfAbsent(type, QueryParameterFilter::names));
        }
        List<InvalidValue> errors = new ArrayList<>();
        request.getUriInfo().getQueryParameters().forEach((name, values) -> {
            if (!known.contains(name)) {
                errors.add(new InvalidValue(printable(name), unknown(known)));
            } else if (values.size() > 1) {
                errors.add(new InvalidValue(name, "must be given once"));
            } else if (values.getFirst().isEmpty()) {
                errors.add(new InvalidValue(name, "must not be empty: leave it out instead"));
            } else if (values.getFirst().indexOf('\0') >= 0) {
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

    private static Set<String> names(Class<?> type) {
        Set<String> names = new TreeSet<>();
        for (Class<?> declaring = type; declaring != null; declaring = declaring.getSuperclass()) {
            for (Field field : declaring.getDeclaredFields()) {
                if (field.isAnnotationPresent(RestQuery.class)) {
                    names.add(field.getName());
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
