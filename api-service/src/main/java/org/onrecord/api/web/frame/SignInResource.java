package org.onrecord.api.web.frame;

import java.net.URI;
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

import io.quarkus.qute.TemplateInstance;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;

import org.onrecord.api.access.PageCookie;
import org.onrecord.api.access.PagePaths;
import org.onrecord.api.access.ProviderSignIn;
import org.onrecord.api.access.Sessions;
import org.onrecord.api.access.SignInAnswer;
import org.onrecord.api.access.SignedIn;

/** Where a browser is signed in with a key or at the provider, and out. */
@Path("/")
@RunOnVirtualThread
class SignInResource {

    private static final int REFUSED = 403;
    private static final int AWAY = 503;

    private final Visit visit;
    private final Sessions sessions;
    private final ProviderSignIn provider;

    SignInResource(Visit visit, Sessions sessions, ProviderSignIn provider) {
        this.visit = visit;
        this.sessions = sessions;
        this.provider = provider;
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
        return sessions.areNeeded() ? visit.page(form(own(parameters.to), false)) : to("/");
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
                .orElseGet(() -> visit.page(REFUSED, form(own(to), true)));
    }

    /**
     * Leads to the provider. A link and no form, whose answer may lead to no other site than this one; pages of other sites that
     * link here lead to the page to sign in on.
     */
    @GET
    @Path(PagePaths.TO_PROVIDER)
    public Response leave(@Valid @BeanParam SignInParameters parameters) {
        if (!provider.isOffered() || visit.isFromElsewhere()) {
            return to(Address.of(PagePaths.SIGN_IN).with("to", parameters.to).toString());
        }
        return provider.begin(own(parameters.to), visit.isSecure())
                .map(begun -> Response.fromResponse(to(begun.location().toString()))
                        .header("Cache-Control", "no-store")
                        .cookie(begun.cookie())
                        .build())
                .orElseGet(() -> failed(AWAY, NotSignedIn.AWAY, ""));
    }

    /**
     * Where the provider sends browsers back to. A page that goes on by itself, since a browser that another site sent sends no
     * strict cookie where it is sent on to.
     */
    @GET
    @Path(PagePaths.FROM_PROVIDER)
    public Response comeBack(@BeanParam SignInAnswer answer) {
        if (!provider.isOffered()) {
            return to(PagePaths.SIGN_IN);
        }
        boolean secure = visit.isSecure();
        SignedIn signedIn = provider.end(answer, visit.cookie(PageCookie.SIGN_IN), secure);
        Response page = switch (signedIn) {
            case SignedIn.In in -> goOn("Signed in", own(in.to()), in.cookie());
            case SignedIn.Strange strange -> failed(REFUSED, NotSignedIn.STRANGE, "");
            case SignedIn.Denied denied -> failed(REFUSED, NotSignedIn.of(denied.error()), "");
            case SignedIn.Refused refused -> failed(REFUSED, NotSignedIn.REFUSED, refused.why());
            case SignedIn.Away away -> failed(AWAY, NotSignedIn.AWAY, "");
        };
        // Anybody can make a browser bring what is not its answer: it may still end what it began.
        return signedIn instanceof SignedIn.Strange
                ? page
                : Response.fromResponse(page)
                        .cookie(ProviderSignIn.ended(secure))
                        .build();
    }

    @POST
    @Path(PagePaths.SIGN_OUT)
    public Response signOut(@RestForm @Nullable String token) {
        visit.checkForm(token);
        Sessions.Closed closed = sessions.close(visit.session(), visit.isSecure());
        Optional<URI> further = closed.ofProvider() ? provider.signOut() : Optional.empty();
        return further.map(at -> goOn("Signed out", at.toString(), closed.cookie()))
                .orElseGet(() -> Response.fromResponse(to(PagePaths.SIGN_IN))
                        .cookie(closed.cookie())
                        .build());
    }

    private TemplateInstance form(String to, boolean refused) {
        String link = Address.of(PagePaths.TO_PROVIDER)
                .with("to", to.equals("/") ? null : to)
                .toString();
        return Templates.signIn(
                to, refused, provider.isOffered() ? provider.host() : null, link, visit.frame("Sign in", Section.NONE));
    }

    private Response goOn(String title, String to, NewCookie session) {
        Response page = visit.pageOfSecretAddress(200, Templates.goOn(to, visit.frame(title, Section.NONE)));
        return Response.fromResponse(page).cookie(session).build();
    }

    private Response failed(int status, NotSignedIn cause, String why) {
        return visit.pageOfSecretAddress(
                status, Templates.notSignedIn(cause.words(), why, visit.frame("You are not signed in", Section.NONE)));
    }

    /** Leads nowhere but to a page of ours. */
    private static String own(@Nullable String to) {
        if (to == null || !to.startsWith("/") || to.startsWith(PagePaths.SIGN_IN)) {
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
