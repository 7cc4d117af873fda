package org.onrecord.api.web.entity;

import jakarta.validation.constraints.Pattern;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

import org.onrecord.api.parameter.Paging;

/** Which list the page shows. */
@RegisterForReflection
public class EntityPageParameters extends Paging {

    @RestQuery
    @Pattern(regexp = "said|about", message = "must be said or about")
    @Nullable
    public String show;
}
