package org.onrecord.api.article;

import jakarta.annotation.Nullable;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.runtime.annotations.RegisterForReflection;

import org.onrecord.api.parameter.DateOrInstant;
import org.onrecord.api.parameter.NameOrId;
import org.onrecord.api.parameter.Paging;
import org.onrecord.api.parameter.Words;

/** Which articles are asked for. Parameters that are given must all hold. */
@RegisterForReflection
public class ArticleParameters extends Paging {

    @RestQuery
    @Parameter(
            description = "Words of title or text, as in a web search: \"a phrase\", -without, one or another. Words"
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
}
