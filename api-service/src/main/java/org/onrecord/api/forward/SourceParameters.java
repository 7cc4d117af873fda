package org.onrecord.api.forward;

import jakarta.annotation.Nullable;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Pattern;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Which sources are asked for. */
@RegisterForReflection
public class SourceParameters {

    private static final String LIMIT = "must be a whole number from 1 to 500";

    @RestQuery
    @Parameter(description = "What is done about them.")
    @Schema(enumeration = {"discovering", "active", "paused", "failed"})
    @Pattern(regexp = "discovering|active|paused|failed", message = "must be discovering, active, paused or failed")
    @Nullable
    public String state;

    @RestQuery
    @Parameter(description = "How many to answer, at most.")
    @Schema(type = SchemaType.INTEGER, format = "int32", defaultValue = "50")
    @DecimalMin(value = "1", message = LIMIT)
    @DecimalMax(value = "500", message = LIMIT)
    @Digits(integer = 3, fraction = 0, message = LIMIT)
    @Nullable
    public String limit;

    @RestQuery
    @Parameter(description = "Where to go on: from the link to the next page, with the other parameters as they were.")
    @Pattern(regexp = "[A-Za-z0-9_-]{1,40}", message = "must be that of the link to the next page")
    @Nullable
    public String cursor;
}
