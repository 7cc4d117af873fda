package org.onrecord.api.article;

import jakarta.validation.constraints.Pattern;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Which wordings are compared. */
@RegisterForReflection
public class DiffParameters {

    private static final String VERSION = "[0-9a-zA-Z]{1,64}";
    private static final String MESSAGE = "must be the version of a wording, as the article's versions name it";

    @RestQuery
    @Parameter(description = "The wording before; the one before the other by default.")
    @Pattern(regexp = VERSION, message = MESSAGE)
    @Nullable
    public String from;

    @RestQuery
    @Parameter(description = "The wording after; the current one by default.")
    @Pattern(regexp = VERSION, message = MESSAGE)
    @Nullable
    public String to;
}
