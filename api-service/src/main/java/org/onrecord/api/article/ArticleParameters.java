package org.onrecord.api.article;

import java.util.List;

import jakarta.annotation.Nullable;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.runtime.annotations.RegisterForReflection;

import org.onrecord.api.parameter.DateOrInstant;
import org.onrecord.api.parameter.NameOrId;
import org.onrecord.api.parameter.Words;

/** Which articles are asked for. Parameters that are given must all hold. */
@RegisterForReflection
public class ArticleParameters {

    @RestQuery
    @Parameter(
            description =
                    "Words of title or text: all of them, in any form, accents aside; \"a phrase\"; one OR another; -without or"
                            + " NOT without; (brackets); begin* for words that begin so. Operators are in capitals. Words"
                            + " without meaning of their own (\"the\") find nothing.")
    @Words
    @Nullable
    public String q;

    @RestQuery
    @Parameter(description = "Whom or what it mentions: a name in any spelling, an alias, or the id of an entity.")
    @NameOrId
    @Nullable
    public String entity;

    @RestQuery
    @Parameter(
            description =
                    "Registrable host of the site that printed it, such as example.org. Given several times, one of"
                            + " them.")
    @Size(max = 20, message = "must be given at most 20 times")
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
}
