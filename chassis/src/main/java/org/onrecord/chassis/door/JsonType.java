package org.onrecord.chassis.door;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one media type of bodies that the services take. */
final class JsonType {

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9a-z-]{1,70}";

    /** RFC 9110, section 8.3.1. */
    private static final Pattern JSON = Pattern.compile("application/json((?:[ \\t]*+;[ \\t]*+(?:" + TOKEN + "=(?:"
            + TOKEN + "|\"[^\"\\\\\\x00-\\x1f\\x7f]{0,70}\"))?+)*+)");

    private static final Pattern CHARSET = Pattern.compile("[; \\t]charset=\"?([^\";]*)\"?");

    /** RFC 8259, section 8.1: JSON between systems is UTF-8, of which ASCII is a part. */
    private static final Set<String> UTF_8 = Set.of("utf-8", "utf8", "us-ascii");

    private static final int LONGEST = 500;

    private JsonType() {}

    /** @param values every value of Content-Type that a request has */
    static boolean isSaidBy(List<String> values) {
        if (values.size() != 1 || values.getFirst().length() > LONGEST) {
            return false;
        }
        Matcher json = JSON.matcher(values.getFirst().strip().toLowerCase(Locale.ROOT));
        return json.matches()
                && CHARSET.matcher(json.group(1))
                        .results()
                        .allMatch(set -> UTF_8.contains(set.group(1).strip()));
    }
}
