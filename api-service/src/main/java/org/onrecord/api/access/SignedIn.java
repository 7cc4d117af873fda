package org.onrecord.api.access;

import jakarta.ws.rs.core.NewCookie;

/** What came of signing in at the provider. */
public sealed interface SignedIn {

    /**
     * Somebody is signed in.
     *
     * @param cookie of their session
     * @param to where they wanted to go, as their browser kept it
     */
    record In(NewCookie cookie, String to) implements SignedIn {}

    /** The answer is to no sign-in that this browser began, or not any more. */
    record Strange() implements SignedIn {}

    /**
     * The provider did not sign them in, or does not take this service for its client.
     *
     * @param error its name for the cause (RFC 6749, sections 4.1.2.1 and 5.2), or anything: a browser brought it
     */
    record Denied(String error) implements SignedIn {}

    /**
     * It did, but what it says of them does not do here.
     *
     * @param why in a sentence, for whoever runs this
     */
    record Refused(String why) implements SignedIn {}

    /** It does not answer, or answers nonsense, or too many sign in at once. */
    record Away() implements SignedIn {}
}
