package org.onrecord.api.entity;

import java.util.List;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Who and what is mentioned together with an entity.
 *
 * @param items those that share most articles with it first, 50 at most
 */
@RegisterForReflection
public record RelatedEntities(List<RelatedEntity> items) {}
