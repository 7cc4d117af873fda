package org.onrecord.database;

import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.ColumnMapperFactory;

import org.onrecord.chassis.event.WireName;

/** Reads columns that hold the name of a constant as {@link WireName} writes it; null where the column is. */
final class WireNameMapper implements ColumnMapperFactory {

    @Override
    public Optional<ColumnMapper<?>> build(Type type, ConfigRegistry config) {
        if (!(type instanceof Class<?> constants) || !constants.isEnum()) {
            return Optional.empty();
        }
        Map<String, Object> byName = new HashMap<>();
        for (Object constant : constants.getEnumConstants()) {
            byName.put(WireName.of((Enum<?>) constant), constant);
        }
        return Optional.of((row, column, context) -> constant(byName, row.getString(column)));
    }

    private static Object constant(Map<String, Object> byName, String name) {
        if (name != null && !byName.containsKey(name)) {
            throw new IllegalStateException("a column holds another name than this service writes: " + name);
        }
        return byName.get(name);
    }
}
