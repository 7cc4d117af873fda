package org.onrecord.api.takedown;

import java.time.Instant;
import java.util.UUID;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * An article that was taken down.
 *
 * @param id that it had
 * @param takenDown when
 */
@RegisterForReflection
public record TakenDown(UUID id, Instant takenDown) {}
