package org.onrecord.api.feed;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.onrecord.api.web.frame.Shown;

/** Words of strangers in feeds, and in mail. */
public final class FeedText {

    /** Of what {@link Shown} lets through: what XML 1.0, section 2.2, has no place for. */
    private static final Pattern NOT_OF_XML =
            Pattern.compile("[^\\t\\n\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private FeedText() {}

    /** @return without controls and what XML cannot hold; "" for null */
    public static String plain(@Nullable String foreign) {
        return NOT_OF_XML.matcher(Shown.words(foreign)).replaceAll("");
    }

    /** The same on one line, cut at {@code most} characters. */
    public static String line(String foreign, int most) {
        String line = SPACE.matcher(plain(foreign)).replaceAll(" ").strip();
        if (line.codePointCount(0, line.length()) <= most) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, most - 1)).stripTrailing() + "…";
    }

    /** The same as text of an HTML document, attributes included. */
    static String html(@Nullable String foreign) {
        return plain(foreign)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
