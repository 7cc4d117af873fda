package org.onrecord.api.alert;

import java.nio.charset.StandardCharsets;

import jakarta.annotation.Nullable;

import org.onrecord.egress.PostResult;
import org.onrecord.egress.PostResult.Answered;
import org.onrecord.egress.PostResult.Refused;
import org.onrecord.egress.PostResult.Unanswered;

/**
 * How it ended that something was sent.
 *
 * @param status null where there was no answer
 * @param answer its first characters; null likewise
 * @param error why there was none; null where there was one
 */
record Attempt(
        @Nullable Integer status,
        @Nullable String answer,
        @Nullable String error) {

    private static final int GONE = 410;
    private static final int KEPT = 200;

    static Attempt of(PostResult result) {
        return switch (result) {
            case Answered answered -> new Attempt(answered.status(), beginning(answered.beginning()), null);
            case Refused refused -> new Attempt(null, null, refused.refusal().detail());
            case Unanswered unanswered -> new Attempt(null, null, unanswered.why());
        };
    }

    boolean isTaken() {
        return status != null && status >= 200 && status < 300;
    }

    /** The receiver wants nothing any more (Standard Webhooks, "410 Gone"). */
    boolean isGone() {
        return status != null && status == GONE;
    }

    private static String beginning(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}+", " ");
        return text.codePointCount(0, text.length()) <= KEPT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, KEPT)) + "…";
    }
}
