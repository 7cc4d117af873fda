package org.onrecord.database;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;

/** Reads the columns that hold JSON. */
@ApplicationScoped
public class JsonReader {

    private final ObjectMapper mapper;
    /** A reader is made once for a type: making it costs more than reading a small column. */
    private final Map<TypeReference<?>, ObjectReader> readers = new ConcurrentHashMap<>();

    JsonReader(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * Null where the column is.
     *
     * @param type a constant: it is told from others by being the same object
     */
    public <T> @Nullable T read(@Nullable String json, TypeReference<T> type) {
        try {
            return json == null
                    ? null
                    : readers.computeIfAbsent(type, mapper::readerFor).readValue(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a column holds other JSON than this service writes", e);
        }
    }
}
