package org.onrecord.api.access;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;

import org.onrecord.chassis.door.Holder;

/** Who asks what is being answered. To be asked while a request is. Thread-safe. */
@ApplicationScoped
public class Callers {

    private static final String CALLER = Callers.class.getName();

    private final CurrentVertxRequest current;

    Callers(CurrentVertxRequest current) {
        this.current = current;
    }

    /** The id of the key, or of whom a token was given to; empty where nobody needs one. */
    public Optional<UUID> id() {
        return Optional.ofNullable(current.getCurrent()).map(context -> context.<UUID>get(CALLER));
    }

    static void remember(RoutingContext context, Caller caller) {
        context.put(CALLER, caller.id());
        Holder.remember(context, caller.id());
    }
}
