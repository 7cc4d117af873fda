package org.onrecord.api.web.frame;

/** Why somebody is not signed in who came back from the provider, and what they can do. */
enum NotSignedIn {
    STRANGE(
            "This sign-in was begun in another browser or under another address, or more than ten minutes ago, or it ended already."
                    + " Begin again from here."),
    CANCELLED(
            "It was cancelled at the provider, or the provider does not let your account in here. Try again, or ask whoever runs"
                    + " this Onrecord to let your account in."),
    MISUNDERSTOOD(
            "The provider does not take what this Onrecord asks of it. Trying again will not help: whoever runs this"
                    + " Onrecord has to look at how it is set up there."),
    REFUSED(
            "Your provider knows you, but what it says does not let you in here. Ask whoever runs this Onrecord to give your account"
                    + " access, and tell them what stands below."),
    AWAY("The provider does not answer at the moment. Try again in a minute, or sign in with a key.");

    private final String words;

    NotSignedIn(String words) {
        this.words = words;
    }

    /** @param error as RFC 6749, section 4.1.2.1, and OpenID Connect Core 1.0, section 3.1.2.6, have them */
    static NotSignedIn of(String error) {
        return switch (error) {
            case "invalid_request",
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
