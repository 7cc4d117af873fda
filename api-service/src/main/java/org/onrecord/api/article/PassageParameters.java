package org.onrecord.api.article;

import jakarta.annotation.Nullable;
import jakarta.validation.constraints.Pattern;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Whether articles are shown with where the words stand. */
@RegisterForReflection
public class PassageParameters {

    @RestQuery
    @Parameter(
            description =
                    "true: each article with the paragraph of it, among the first 20,000 characters, that has the most of the words"
                            + " of q, and where they stand in it. It takes a little longer.")
    @Schema(type = SchemaType.BOOLEAN, defaultValue = "false")
    @Pattern(regexp = "true|false", message = "must be true or false")
    @Nullable
    public String passages;

    boolean areWanted() {
        return "true".equals(passages);
    }
}
