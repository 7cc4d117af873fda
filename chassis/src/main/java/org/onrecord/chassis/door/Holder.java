package org.onrecord.chassis.door;

import java.util.Optional;

import io.vertx.ext.web.RoutingContext;

/** Whose a request is, where it needs a key: nobody may have more than a share of what is for all. */
public final class Holder {

    private static final String NAME = Holder.class.getName();

    private Holder() {}

    /** @param id of the key, or of whom a token was given to */
    public static void remember(RoutingContext context, Object id) {
        context.put(NAME, id);
    }

    static Optional<Object> of(RoutingContext context) {
        return Optional.ofNullable(context.get(NAME));
    }
}
