package org.onrecord.api.entity;

import java.util.UUID;

import io.quarkus.runtime.annotations.RegisterForReflection;

import org.onrecord.contracts.EntityType;

/**
 * Somebody or something that is mentioned together with another.
 *
 * @param id of {@code /v1/entities/{id}}
 * @param type what it is
 * @param name as one of these articles has it
 * @param articles that mention both
 */
@RegisterForReflection
public record RelatedEntity(UUID id, EntityType type, String name, long articles) {}
