package org.onrecord.api.timeline;

import java.math.BigDecimal;

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

/** Of what the most frequent are asked for. */
@RegisterForReflection
public class TopParameters extends Counted {

    private static final String LIMIT = "must be a whole number from 1 to 100";
    private static final String SPEAKER = "speaker";

    @RestQuery
    @Parameter(description = "Who said most, whom or what most was said about, or which sites printed most.")
    @Schema(
            enumeration = {SPEAKER, "about", "site"},
            defaultValue = SPEAKER)
    @Pattern(regexp = "speaker|about|site", message = "must be speaker, about or site")
    @Nullable
    public String of;

    @RestQuery
    @Parameter(description = "How many to answer, at most.")
    @Schema(type = SchemaType.INTEGER, format = "int32", defaultValue = "20")
    @DecimalMin(value = "1", message = LIMIT)
    @DecimalMax(value = "100", message = LIMIT)
    @Digits(integer = 3, fraction = 0, message = LIMIT)
    @Nullable
    public String limit;

    String ofOrDefault() {
        return of == null ? SPEAKER : of;
    }

    boolean isOfEntities() {
        return !"site".equals(of);
    }

    int limitOrDefault() {
        return limit == null ? 20 : new BigDecimal(limit).intValueExact();
    }
}
