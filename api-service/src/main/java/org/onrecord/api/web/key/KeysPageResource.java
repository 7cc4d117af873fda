package org.onrecord.api.web.key;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import org.onrecord.api.access.Callers;
import org.onrecord.api.access.IssuedKey;
import org.onrecord.api.access.IssuedKeys;
import org.onrecord.api.web.frame.Day;
import org.onrecord.api.web.frame.Frame;
import org.onrecord.api.web.frame.Section;
import org.onrecord.api.web.frame.Shown;
import org.onrecord.api.web.frame.Visit;
import org.onrecord.api.web.key.KeysView.Key;
import org.onrecord.api.web.key.KeysView.Made;

/** Who may ask: keys are made, looked through and revoked by those who have one of scope admin. */
@Path("/keys")
@RunOnVirtualThread
class KeysPageResource {

    private final IssuedKeys keys;
    private final Callers callers;
    private final Visit visit;

    KeysPageResource(IssuedKeys keys, Callers callers, Visit visit) {
        this.keys = keys;
        this.callers = callers;
        this.visit = visit;
    }

    @CheckedTemplate(basePath = "key")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance keys(KeysView page, Frame frame);
    }

    @GET
    public Response list() {
        return visit.page(page(null));
    }

    /** The secret is in this one answer. */
    @POST
    public Response make(
            @RestForm @Nullable String name,
            @RestForm @Nullable String scope,
            @RestForm @Nullable String expires,
            @RestForm @Nullable String token) {
        visit.checkForm(token);
        String secret = keys.make(name, scope, expires);
        return visit.pageOnce(page(new Made(Shown.words(name), secret)));
    }

    @POST
    @Path("{id}/revoke")
    public Response revoke(@RestPath UUID id, @RestForm @Nullable String token) {
        visit.checkForm(token);
        keys.revoke(id);
        return Response.status(Response.Status.SEE_OTHER)
                .header("Location", "/keys")
                .build();
    }

    private TemplateInstance page(@Nullable Made made) {
        List<Key> shown = keys.areNeeded() ? keys.list().stream().map(this::key).toList() : List.of();
        String earliest = LocalDate.now(ZoneOffset.UTC).plusDays(1).toString();
        return Templates.keys(
                new KeysView(shown, keys.areNeeded(), made, earliest), visit.frame("Access keys", Section.KEYS));
    }

    private Key key(IssuedKey key) {
        boolean expired = key.expiresAt() != null && !Instant.now().isBefore(key.expiresAt());
        return new Key(
                key.id().toString(),
                Shown.words(key.name()),
                key.scope(),
                Day.of(key.createdAt(), visit.locale()),
                Day.withTime(key.lastUsedAt(), visit.locale()),
                key.expiresAt() == null ? null : Day.of(key.expiresAt(), visit.locale()),
                key.revokedAt() == null ? null : Day.of(key.revokedAt(), visit.locale()),
                key.revokedAt() == null && !expired,
                callers.id().filter(key.id()::equals).isPresent());
    }
}
