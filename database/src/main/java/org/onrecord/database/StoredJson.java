package org.onrecord.database;

import jakarta.annotation.Nullable;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * JSON that is answered as a column has it. This service wrote it, in the form in which it answers; reading it and writing it again
 * took a third of the time of a page of quotes.
 *
 * @param text of the JSON
 */
@RegisterForReflection
public record StoredJson(@JsonValue @JsonRawValue String text) {

    /** Null where the column is. */
    public static @Nullable StoredJson of(@Nullable String column) {
        return column == null ? null : new StoredJson(column);
    }
}
