package org.onrecord.api.quote;

import java.util.List;

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

    private static final int MOST = 20;
    private static final String TOO_MANY = "must be given at most " + MOST + " times";
    private static final String CONFIDENCE = "must be a decimal number from 0 to 1";

    @RestQuery
    @Parameter(
            description =
                    "Who said it: a name in any spelling, the surname alone or a part of it, an alias, or the id of"
                            + " an entity. Given several times, one of them.")
    @Size(max = MOST, message = TOO_MANY)
    @Nullable
    public List<@NameOrId String> speaker;

    @RestQuery
    @Parameter(
            description = "Whom or what it is about: a name, or the id of an entity, that is mentioned in the words of"
                    + " the quote or in the sentences around it. Given several times, one of them.")
    @Size(max = MOST, message = TOO_MANY)
    @Nullable
    public List<@NameOrId String> about;

    @RestQuery
    @Parameter(
            description =
                    "Words of the quote: all of them, in any form, accents aside; \"a phrase\"; one OR another; -without or NOT"
                            + " without; (brackets); begin* for words that begin so. Operators are in capitals. Words"
                            + " without meaning of their own (\"the\") find nothing.")
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
    @Parameter(
            description =
                    "Registrable host of the site that printed it, such as example.org. Given several times, one of"
                            + " them.")
    @Size(max = MOST, message = TOO_MANY)
    @Nullable
    public List<@Size(max = 253, message = "must be a host of at most 253 characters") String> site;

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

    @RestQuery
    @Parameter(
            description = "Stored on this day (in UTC) or at this moment, or later: in answers it is the field stored.")
    @DateOrInstant
    @Nullable
    public String storedSince;

    @RestQuery
    @Parameter(
            description =
                    "Stored or changed on this day (in UTC) or at this moment, or later: in answers it is the field"
                            + " changed. /v1/takedowns lists what was taken down since.")
    @DateOrInstant
    @Nullable
    public String changedSince;

    @RestQuery
    @Parameter(
            description =
                    "What an editor decided of it: confirmed, corrected or rejected. Rejected quotes are left out unless they"
                            + " are asked for.")
    @Schema(enumeration = {"confirmed", "corrected", "rejected"})
    @Pattern(regexp = "confirmed|corrected|rejected", message = "must be confirmed, corrected or rejected")
    @Nullable
    public String review;
}
