package org.onrecord.egress;

/** How it ended that a body was sent. */
public sealed interface PostResult {

    /**
     * The host answered, with whatever status: a redirect is an answer too, and is not followed.
     *
     * @param beginning of the answer's body, without its content codings undone
     */
    record Answered(int status, Headers headers, byte[] beginning) implements PostResult {}

    /** The guard refused the spelling of the URL; no name server was asked. */
    record Refused(Refusal refusal) implements PostResult {}

    /**
     * Nothing was sent, or nothing came back.
     *
     * @param why in words for a person. That the host has no address and that the guard refuses the one it has reads the same, as in
     *     {@link FetchResult.UnknownHost}
     */
    record Unanswered(String why) implements PostResult {}
}
