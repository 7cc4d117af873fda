package org.onrecord.api.web.frame;

import java.util.Optional;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;

import org.onrecord.api.access.PagePaths;
import org.onrecord.api.access.Sessions;

/** Where a browser is signed in with a key, and out. */
@Path("/")
@RunOnVirtualThread
class SignInResource {

    private final Visit visit;
    private final Sessions sessions;

    SignInResource(Visit visit, Sessions sessions) {
        this.visit = visit;
        this.sessions = sessions;
    }

    /** Where to go on. */
    @RegisterForReflection
    public static class SignInParameters {
        @RestQuery
        @Size(max = 8192, message = "must be an address of at most 8192 characters")
        @Nullable
        public String to;
    }

    @GET
    @Path(PagePaths.SIGN_IN)
    public Response ask(@Valid @BeanParam SignInParameters parameters) {
        return sessions.areNeeded()
                ? visit.page(Templates.signIn(own(parameters.to), false, visit.frame("Sign in", Section.NONE)))
                : to("/");
    }

    @POST
    @Path(PagePaths.SIGN_IN)
    public Response signIn(
            @RestForm @Nullable String key, @RestForm @Nullable String to, @RestForm @Nullable String token) {
        visit.checkForm(token);
        Optional<NewCookie> session =
                key == null || !sessions.areNeeded() ? Optional.empty() : sessions.open(key, visit.isSecure());
        return session.map(cookie ->
                        Response.fromResponse(to(own(to))).cookie(cookie).build())
                .orElseGet(() ->
                        visit.page(403, Templates.signIn(own(to), true, visit.frame("Sign in", Section.NONE))));
    }

    @POST
    @Path(PagePaths.SIGN_OUT)
    public Response signOut(@RestForm @Nullable String token) {
        visit.checkForm(token);
        NewCookie ended = sessions.close(visit.session(), visit.isSecure());
        return Response.fromResponse(to(PagePaths.SIGN_IN)).cookie(ended).build();
    }

    /** Leads nowhere but to a page of ours. */
    private static String own(@Nullable String to) {
        if (to == null || !to.startsWith("/")) {
            return "/";
        }
        int query = to.indexOf('?');
        return PagePaths.isPage(query < 0 ? to : to.substring(0, query))
                        && to.chars().noneMatch(Character::isISOControl)
                ? to
                : "/";
    }

    private static Response to(String path) {
        return Response.status(Response.Status.SEE_OTHER)
                .header("Location", path)
                .build();
    }
}
