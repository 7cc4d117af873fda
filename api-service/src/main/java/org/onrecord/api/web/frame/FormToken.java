package org.onrecord.api.web.frame;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.onrecord.chassis.problem.ProblemException;
import org.onrecord.chassis.problem.ProblemType;

/**
 * Shows that a form is one of ours: the cookie that a browser sends by itself, with which pages of other sites cannot have it
 * come, and the same text in a field, which they cannot read.
 */
final class FormToken {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private FormToken() {}

    static String random() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static boolean isOne(@Nullable String cookie) {
        return cookie != null && FORM.matcher(cookie).matches();
    }

    /**
     * @param site what the browser says of the page that sent it; null if it says nothing
     * @throws ProblemException if it is none of ours
     */
    static void check(@Nullable String cookie, @Nullable String field, @Nullable String site) {
        boolean same = isOne(cookie)
                && field != null
                && MessageDigest.isEqual(
                        cookie.getBytes(StandardCharsets.UTF_8), field.getBytes(StandardCharsets.UTF_8));
        if (!same || site != null && !site.equals("same-origin")) {
            throw new ProblemException(
                    ProblemType.FOREIGN_PAGE,
                    "Open the page again and send its form once more; the browser must take cookies of this site.");
        }
    }
}
