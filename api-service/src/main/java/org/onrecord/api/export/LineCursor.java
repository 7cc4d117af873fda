package org.onrecord.api.export;

import java.util.Optional;

import jakarta.annotation.Nullable;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.runtime.annotations.RegisterForReflection;

import org.onrecord.api.page.Cursor;
import org.onrecord.api.page.DatedPosition;

/** Where an export begins that has one form alone. */
@RegisterForReflection
public class LineCursor {

    @RestQuery
    @Parameter(description = "Where to go on: the cursor of the last line that arrived.")
    @Size(max = Cursor.MAX_LENGTH, message = "must be at most " + Cursor.MAX_LENGTH + " characters")
    @Nullable
    public String cursor;

    Optional<DatedPosition> after(String question) {
        return Optional.ofNullable(cursor).map(text -> DatedPosition.of(Cursor.decode(text, question)));
    }
}
