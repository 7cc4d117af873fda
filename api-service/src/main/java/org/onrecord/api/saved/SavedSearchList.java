package org.onrecord.api.saved;

import java.util.List;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The saved searches of a key.
 *
 * @param items the oldest first
 */
@RegisterForReflection
public record SavedSearchList(List<SavedSearch> items) {}
