package org.onrecord.api.alert;

import java.util.List;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The alerts of a key.
 *
 * @param items the oldest first
 */
@RegisterForReflection
public record AlertList(List<Alert> items) {}
