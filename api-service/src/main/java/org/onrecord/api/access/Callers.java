package org.onrecord.api.access;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;

import org.onrecord.chassis.door.Holder;
import org.onrecord.chassis.problem.ProblemException;
import org.onrecord.chassis.problem.ProblemType;

/** Who asks what is being answered. To be asked while a request is. Thread-safe. */
@ApplicationScoped
public class Callers {

    private static final String CALLER = Callers.class.getName();
    private static final String NAME = CALLER + ".name";
    private static final String SCOPE = CALLER + ".scope";

    private final CurrentVertxRequest current;

    Callers(CurrentVertxRequest current) {
        this.current = current;
    }

    /** The id of the key, or of whom a token was given to; empty where nobody needs one. */
    public Optional<UUID> id() {
        return Optional.ofNullable(current.getCurrent()).map(context -> context.<UUID>get(CALLER));
    }

    /** The name of the key, or whom a token was given to; empty where nobody needs one. */
    private Optional<String> name() {
        return Optional.ofNullable(current.getCurrent()).map(context -> context.<String>get(NAME));
    }

    /** Whether they may set right what was read: whoever may do anything, where nobody needs a key. */
    public boolean mayEdit() {
        return may(Scope.EDIT);
    }

    /** Whether they may have pages read: likewise. */
    public boolean mayWrite() {
        return may(Scope.WRITE);
    }

    /** Whether they may make keys and revoke them: likewise. */
    public boolean mayAdminister() {
        return may(Scope.ADMIN);
    }

    private boolean may(Scope needed) {
        return Optional.ofNullable(current.getCurrent())
                .map(context -> context.<Scope>get(SCOPE))
                .map(scope -> scope.allows(needed))
                .orElse(true);
    }

    /**
     * Who sets something right.
     *
     * @return the name of the key, or whom the token was given to; {@code local} where nobody needs one
     * @throws ProblemException if they may not
     */
    public String editor() {
        if (!mayEdit()) {
            throw new ProblemException(ProblemType.FORBIDDEN, "Use a key of scope edit.");
        }
        return name().orElse("local");
    }

    static void remember(RoutingContext context, Caller caller) {
        context.put(CALLER, caller.id());
        context.put(NAME, caller.name());
        context.put(SCOPE, caller.scope());
        Holder.remember(context, caller.id());
    }
}
