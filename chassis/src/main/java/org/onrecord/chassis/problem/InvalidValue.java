package org.onrecord.chassis.problem;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A parameter, or field of a body, that cannot be answered.
 *
 * @param name of the parameter or field
 * @param message what it must be, limits included
 */
@RegisterForReflection
public record InvalidValue(String name, String message) {}
