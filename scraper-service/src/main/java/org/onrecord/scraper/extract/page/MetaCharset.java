package org.onrecord.scraper.extract.page;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The charset that a {@code meta} element declares (13.2.3.2, "prescan a byte stream"), not what a script or a comment says. */
final class MetaCharset {
    private static final Pattern ATTRIBUTE = Pattern.compile(
            "(?:^|[\\s/\"';])charset\\s*+=\\s*+[\"']?+\\s*+([A-Za-z0-9_:.\\-]{2,40})", Pattern.CASE_INSENSITIVE);
    private static final Pattern XML =
            Pattern.compile("<\\?xml[^>]{0,200}?encoding\\s*+=\\s*+[\"']([A-Za-z0-9_:.\\-]{2,40})");
    private static final String[] OPAQUE = {"script", "style", "noscript", "title"};

    private MetaCharset() {}

    /** The first that names a charset, in the first bytes of the page. */
    static Optional<Charset> in(byte[] page, int bytes) {
        String start = new String(page, 0, Math.min(page.length, bytes), StandardCharsets.ISO_8859_1);
        String lower = start.toLowerCase(Locale.ROOT);
        Matcher xml = start.startsWith("<?xml") ? XML.matcher(start) : null;
        int at = lower.indexOf('<');
        while (at >= 0) {
            int next = after(lower, at);
            if (lower.startsWith("meta", at + 1)) {
                Optional<Charset> found = declared(start.substring(at + 5, next));
                if (found.isPresent()) {
                    return found;
                }
            }
            at = lower.indexOf('<', next);
        }
        return xml != null && xml.lookingAt() ? Charsets.declaredInPage(xml.group(1)) : Optional.empty();
    }

    private static Optional<Charset> declared(String attributes) {
        Matcher matcher = ATTRIBUTE.matcher(attributes);
        return matcher.find() ? Charsets.declaredInPage(matcher.group(1)) : Optional.empty();
    }

    /** One past the tag, comment or whole script that begins there. */
    private static int after(String page, int bracket) {
        if (page.startsWith("<!--", bracket)) {
            return end(page, "-->", bracket + 2, 3);
        }
        for (String name : OPAQUE) {
            if (page.startsWith(name, bracket + 1)) {
                return end(page, "</" + name, bracket, 2);
            }
        }
        return end(page, ">", bracket, 1);
    }

    private static int end(String page, String mark, int from, int length) {
        int found = page.indexOf(mark, from);
        return found < 0 ? page.length() : found + length;
    }
}
