package org.onrecord.api.entity;

import jakarta.annotation.Nullable;
import jakarta.validation.constraints.Pattern;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.runtime.annotations.RegisterForReflection;

import org.onrecord.api.parameter.NameOrId;
import org.onrecord.api.parameter.Paging;

/** Which entities are asked for. Parameters that are given must all hold. */
@RegisterForReflection
public class EntityParameters extends Paging {

    @RestQuery
    @Parameter(description = "A part of its name or of one of its aliases, in any spelling.")
    @NameOrId
    @Nullable
    public String q;

    @RestQuery
    @Parameter(description = "What it is.")
    @Schema(enumeration = {"person", "organisation", "place"})
    @Pattern(regexp = "person|organisation|place", message = "must be person, organisation or place")
    @Nullable
    public String type;
}
