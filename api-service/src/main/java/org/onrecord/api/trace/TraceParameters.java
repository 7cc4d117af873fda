package org.onrecord.api.trace;

import jakarta.annotation.Nullable;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Whose fate is asked for: one of the two. */
@RegisterForReflection
public class TraceParameters {

    @RestQuery
    @Parameter(description = "URL of the story, in any spelling; percent-encode what follows a & or # in it.")
    @Size(max = 8192, message = "must be a URL of at most 8192 characters")
    @Nullable
    public String url;

    @RestQuery
    @Parameter(description = "Id of a request, from the Location that POST /v1/articles answered.")
    @Schema(format = "uuid")
    @Pattern(regexp = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", message = "must be a UUID")
    @Nullable
    public String request;
}
