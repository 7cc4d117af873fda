package org.onrecord.api.web.frame;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.jspecify.annotations.Nullable;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerResponse;

import org.onrecord.api.access.Callers;
import org.onrecord.api.access.PageCookie;
import org.onrecord.api.access.SecureHosts;
import org.onrecord.api.access.Sessions;

/** Somebody's request for a page: who they are, as far as the frame shows it, and the answer. */
@RequestScoped
public class Visit {

    /** Nothing but our own styles, script and data; no script or style within the page, whatever an article's title holds. */
    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
            + " img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final Assets assets;
    private final Sessions sessions;
    private final Callers callers;
    private final SecureHosts hosts;
    private final CurrentVertxRequest request;

    @Context
    HttpHeaders headers;

    @Context
    UriInfo uri;

    private @Nullable String token;

    Visit(Assets assets, Sessions sessions, Callers callers, SecureHosts hosts, CurrentVertxRequest request) {
        this.callers = callers;
        this.hosts = hosts;
        this.request = request;
        this.assets = assets;
        this.sessions = sessions;
    }

    /** Whether they may set right what was read. */
    public boolean mayEdit() {
        return callers.mayEdit();
    }

    /** Whether they may have pages read. */
    public boolean mayWrite() {
        return callers.mayWrite();
    }

    /** The language in whose way dates and numbers are written. */
    public Locale locale() {
        List<Locale> wanted = headers.getAcceptableLanguages();
        return wanted.isEmpty() || wanted.getFirst().getLanguage().equals("*") ? Locale.UK : wanted.getFirst();
    }

    public Frame frame(String title, Section section) {
        return new Frame(
                title,
                section.name().toLowerCase(Locale.ROOT),
                assets.version(),
                sessions.areNeeded() && session() != null,
                token(),
                callers.id().isPresent() && callers.mayAdminister(),
                locale());
    }

    /** A page as it is sent. */
    public Response page(TemplateInstance page) {
        return page(200, page);
    }

    /** A page with a secret that is shown once: nothing may keep it. */
    public Response pageOnce(TemplateInstance page) {
        Response sent = page(page);
        request.getCurrent().response().putHeader("Cache-Control", "no-store");
        return sent;
    }

    /** A page at an address that nobody else may learn of, not by a link that is followed from it either. */
    Response pageOfSecretAddress(int status, TemplateInstance page) {
        Response sent = page(status, page);
        request.getCurrent().response().putHeader("Cache-Control", "no-store");
        request.getCurrent().response().putHeader("Referrer-Policy", "no-referrer");
        return sent;
    }

    /** Whether the browser says that a page of another site led here. */
    boolean isFromElsewhere() {
        String site = headers.getHeaderString("Sec-Fetch-Site");
        return site != null && !site.equals("same-origin") && !site.equals("none");
    }

    Response page(int status, TemplateInstance page) {
        // In the place of what holds for every answer.
        HttpServerResponse headers = request.getCurrent().response();
        headers.putHeader("Content-Security-Policy", POLICY);
        // Browsers send Origin with our own forms then.
        headers.putHeader("Referrer-Policy", "same-origin");
        headers.putHeader("Cache-Control", "private, no-cache");
        Response.ResponseBuilder response =
                Response.status(status).type("text/html;charset=UTF-8").entity(page.render());
        if (token != null && !token.equals(cookie(PageCookie.FORM))) {
            response.cookie(PageCookie.FORM.of(token, isSecure(), NewCookie.DEFAULT_MAX_AGE));
        }
        return response.build();
    }

    /**
     * Looks whether a form is one of ours.
     *
     * @param field its field {@code token}
     * @throws org.onrecord.chassis.problem.ProblemException if it is none
     */
    public void checkForm(@Nullable String field) {
        FormToken.check(cookie(PageCookie.FORM), field, headers.getHeaderString("Sec-Fetch-Site"));
    }

    /** Whether cookies are for TLS alone. */
    boolean isSecure() {
        return hosts.areCookiesSecure(headers.getHeaderString(HttpHeaders.HOST));
    }

    @Nullable
    String session() {
        return cookie(PageCookie.SESSION);
    }

    private String token() {
        if (token == null) {
            String known = cookie(PageCookie.FORM);
            token = FormToken.isOne(known) ? known : FormToken.random();
        }
        return token;
    }

    @Nullable
    String cookie(PageCookie which) {
        String name = which.name(isSecure());
        Map<String, Cookie> cookies = headers.getCookies();
        return cookies.containsKey(name) ? cookies.get(name).getValue() : null;
    }
}
