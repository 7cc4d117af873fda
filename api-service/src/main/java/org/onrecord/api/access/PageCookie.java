package org.onrecord.api.access;

import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;

/** The cookies of the pages: what each is called, and how a browser keeps it. */
public enum PageCookie {
    /** Of a browser that is signed in. */
    SESSION("onrecord-session", SameSite.STRICT),
    /** Shows that a form is one of ours. */
    FORM("onrecord-form", SameSite.STRICT),
    /** Of a browser that is at the provider. It comes back by a link of another site, with which no strict one would be sent. */
    SIGN_IN("onrecord-sign-in", SameSite.LAX);

    /** No other host can set one that is called so (RFC 6265bis, section 4.1.3.2). */
    private static final String OF_THIS_HOST = "__Host-";

    private final String plain;
    private final SameSite sent;

    PageCookie(String plain, SameSite sent) {
        this.plain = plain;
        this.sent = sent;
    }

    /** @param secure whether it travels by TLS alone; the other name is not read then */
    public String name(boolean secure) {
        return secure ? OF_THIS_HOST + plain : plain;
    }

    /**
     * One to be kept.
     *
     * @param seconds that it lasts; 0 takes it back
     */
    public NewCookie of(String value, boolean secure, int seconds) {
        return new NewCookie.Builder(name(secure))
                .value(value)
                .path("/")
                .httpOnly(true)
                .sameSite(sent)
                .secure(secure)
                .maxAge(seconds)
                .build();
    }
}
