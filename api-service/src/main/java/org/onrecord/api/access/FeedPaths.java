package org.onrecord.api.access;

import java.util.regex.Pattern;

/** Which paths are feeds: their readers cannot send headers, so that their key stands in the address. */
public final class FeedPaths {

    /** The parameter that holds the key. */
    public static final String KEY = "key";

    private static final Pattern FEED = Pattern.compile("/v1/(quotes\\.|searches/[^/]+/feed\\.)(atom|json)");

    private FeedPaths() {}

    /** @param path normalised */
    public static boolean isFeed(String path) {
        return FEED.matcher(path).matches();
    }
}
