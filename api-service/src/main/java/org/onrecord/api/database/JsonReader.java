package org.onrecord.api.database;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads the columns that hold JSON. */
@ApplicationScoped
public class JsonReader {

    private final ObjectMapper mapper;

    JsonReader(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Null where the column is. */
    public <T> @Nullable T read(@Nullable String json, TypeReference<T> type) {
        try {
            return json == null ? null : mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a column holds other JSON than this service writes", e);
        }
    }
}
