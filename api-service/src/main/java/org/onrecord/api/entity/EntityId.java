package org.onrecord.api.entity;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** What a thing of a type and a name goes by until more is known of it. */
public final class EntityId {

    private EntityId() {}

    /**
     * @param type as it is stored
     * @param name normalised
     */
    public static UUID of(String type, String name) {
        return UUID.nameUUIDFromBytes((type + ":" + name).getBytes(StandardCharsets.UTF_8));
    }
}
