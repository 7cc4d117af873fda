package org.onrecord.api.person;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Which person a sighting is of in the end.
 *
 * @param machineId who it is by the articles alone, where an editor has it otherwise; null where not
 * @param called the name that an editor gave the person; null if none did
 */
record Settled(
        Identity identity,
        @Nullable UUID machineId,
        @Nullable String called) {

    /** By the articles alone. */
    UUID byArticles() {
        return machineId == null ? identity.personId() : machineId;
    }
}
