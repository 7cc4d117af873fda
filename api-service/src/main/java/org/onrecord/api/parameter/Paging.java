package org.onrecord.api.parameter;

import java.math.BigDecimal;
import java.util.Optional;

import jakarta.annotation.Nullable;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

import org.onrecord.api.page.Cursor;

/** The parameters of every list. */
public class Paging {

    static final String LIMIT = "must be a whole number from 1 to 100";
    private static final int DEFAULT_LIMIT = 20;

    @RestQuery
    @Parameter(description = "How many to answer, at most.")
    @Schema(type = SchemaType.INTEGER, format = "int32", defaultValue = "20")
    @DecimalMin(value = "1", message = LIMIT)
    @DecimalMax(value = "100", message = LIMIT)
    @Digits(integer = 3, fraction = 0, message = LIMIT)
    @Nullable
    public String limit;

    @RestQuery
    @Parameter(description = "Where to go on: from the link to the next page, with the other parameters as they were.")
    @Size(max = Cursor.MAX_LENGTH, message = "must be at most " + Cursor.MAX_LENGTH + " characters")
    @Nullable
    public String cursor;

    /** The limit asked for, or the default. */
    public int limitOrDefault() {
        return limit == null ? DEFAULT_LIMIT : new BigDecimal(limit).intValueExact();
    }

    /**
     * Where to go on.
     *
     * @param question that the cursor must have been given for
     */
    public Optional<Cursor> cursorFor(String question) {
        return cursor == null ? Optional.empty() : Optional.of(Cursor.decode(cursor, question));
    }
}
