package org.onrecord.api.quote;

import jakarta.annotation.Nullable;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.runtime.annotations.RegisterForReflection;

import org.onrecord.api.parameter.DateOrInstant;
import org.onrecord.api.parameter.NameOrId;
import org.onrecord.api.parameter.Words;

/** Which quotes are asked for. Parameters that are given must all hold. */
@RegisterForReflection
public class QuoteParameters extends StanceParameters {

    private static final String CONFIDENCE = "must be a decimal number from 0 to 1";

    @RestQuery
    @Parameter(
            description = "Who said it: a name in any spelling, the surname alone, an alias, or the id of an entity.")
    @NameOrId
    @Nullable
    public String speaker;

    @RestQuery
    @Parameter(
            description = "Whom or what it is about: a name, or the id of an entity, that is mentioned in the words of"
                    + " the quote or in the sentences around it.")
    @NameOrId
    @Nullable
    public String about;

    @RestQuery
    @Parameter(
            description =
                    "Words of the quote, as in a web search: \"a phrase\", -without, one or another. Words without"
                            + " meaning of their own (\"the\") find nothing.")
    @Words
    @Nullable
    public String q;

    @RestQuery
    @Parameter(description = "How it is reported: wholly in quotation marks, partly, or without any.")
    @Schema(enumeration = {"direct", "mixed", "indirect"})
    @Pattern(regexp = "direct|mixed|indirect", message = "must be direct, mixed or indirect")
    @Nullable
    public String kind;

    @RestQuery
    @Parameter(description = "Registrable host of the site that printed it, such as example.org.")
    @Size(max = 253, message = "must be a host of at most 253 characters")
    @Nullable
    public String site;

    @RestQuery
    @Parameter(description = "Printed on this day (in UTC) or at this moment, or later.")
    @DateOrInstant
    @Nullable
    public String from;

    @RestQuery
    @Parameter(description = "Printed on this day (in UTC) or at this moment, or earlier.")
    @DateOrInstant
    @Nullable
    public String to;

    @RestQuery
    @Parameter(description = "Least confidence that words and speaker are both right.")
    @Schema(type = SchemaType.NUMBER, format = "double")
    @DecimalMin(value = "0", message = CONFIDENCE)
    @DecimalMax(value = "1", message = CONFIDENCE)
    @Digits(integer = 1, fraction = 9, message = "must have at most 9 digits after the point")
    @Nullable
    public String minConfidence;
}
