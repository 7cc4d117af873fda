package org.onrecord.api.web.frame;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Words of a page or a feed as a page of ours shows them. Markup is escaped where it is written; what is taken out here does harm
 * without any: controls, and characters that turn the direction of what follows, which may be ours. Right-to-left letters keep
 * their own direction.
 */
public final class Shown {

    private static final Pattern HARMFUL =
            Pattern.compile("[\\p{Cc}&&[^\\t\\n]]|[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");

    private static final Pattern WEB = Pattern.compile("(?i)https?://[^\\s\"<>]+");

    private Shown() {}

    /** @return "" for null */
    public static String words(@Nullable String foreign) {
        return foreign == null ? "" : HARMFUL.matcher(foreign).replaceAll("");
    }

    /** An address that may be a link: of the web, and no script. @return null for any other */
    public static @Nullable String link(@Nullable String foreign) {
        return foreign != null && WEB.matcher(foreign).matches() ? foreign : null;
    }
}
