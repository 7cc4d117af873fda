package org.onrecord.api.web.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody types into the one box, read into the filters that it means: {@code by:Kerry about:"Islamic State" site:bbc.co.uk
 * air strikes}. What names no filter are words.
 */
final class AskBox {

    /** As people write it, and the filter. */
    private static final Map<String, String> FILTERS = Map.ofEntries(
            Map.entry("by", "speaker"),
            Map.entry("speaker", "speaker"),
            Map.entry("about", "about"),
            Map.entry("site", "site"),
            Map.entry("kind", "kind"),
            Map.entry("stance", "stance"),
            Map.entry("from", "from"),
            Map.entry("since", "from"),
            Map.entry("to", "to"),
            Map.entry("until", "to"));

    private static final Pattern PART =
            Pattern.compile("(?:(?<name>[A-Za-z]+):)?(?:[\"“”](?<phrase>[^\"“”]*)[\"“”]|(?<word>\\S+))");

    /**
     * @param filters by their names in the address, as they were typed
     * @param words what is left
     */
    record Asked(Map<String, String> filters, String words) {}

    private AskBox() {}

    static Asked read(String typed) {
        Map<String, String> filters = new LinkedHashMap<>();
        List<String> words = new ArrayList<>();
        Matcher part = PART.matcher(typed.strip());
        while (part.find()) {
            String phrase = part.group("phrase");
            String value = phrase == null ? part.group("word") : phrase.strip();
            String filter = part.group("name") == null
                    ? null
                    : FILTERS.get(part.group("name").toLowerCase(Locale.ROOT));
            if (filter != null && !value.isBlank()) {
                filters.put(filter, value);
            } else {
                words.add(part.group());
            }
        }
        return new Asked(filters, String.join(" ", words).strip());
    }
}
