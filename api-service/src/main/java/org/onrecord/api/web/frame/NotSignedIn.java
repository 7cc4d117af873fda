package org.onrecord.api.web.frame;

/** Why somebody is not signed in who came back from the provider, and what they can do. */
enum NotSignedIn {
    STRANGE(
            "This sign-in was begun in another browser or under another address, or more than ten minutes ago, or it is finished"
                    + " already. Please start again."),
    CANCELLED(
            "You cancelled at the provider, or it does not give your account access. Try again, or ask whoever runs this Onrecord"
                    + " for access."),
    MISUNDERSTOOD("The provider refused this Onrecord's request. Trying again will not help: whoever runs this"
            + " Onrecord has to look at how it is set up there."),
    REFUSED(
            "You signed in at your provider, but your account has no access to this Onrecord. Ask whoever runs it, and give them the"
                    + " message below."),
    AWAY("Signing in at the provider does not work at the moment. Try again in a minute, or sign in with a key.");

    private final String words;

    NotSignedIn(String words) {
        this.words = words;
    }

    /** @param error as RFC 6749, sections 4.1.2.1 and 5.2, and OpenID Connect Core 1.0, section 3.1.2.6, have them */
    static NotSignedIn of(String error) {
        return switch (error) {
            case "invalid_request",
                    "invalid_client",
                    "unauthorized_client",
                    "unsupported_response_type",
                    "invalid_scope",
                    "request_not_supported",
                    "registration_not_supported" -> MISUNDERSTOOD;
            case "server_error", "temporarily_unavailable" -> AWAY;
            default -> CANCELLED;
        };
    }

    String words() {
        return words;
    }
}
