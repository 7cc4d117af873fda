package org.onrecord.scraper.rights;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads what {@code X-Robots-Tag} fields and robots meta elements say to one crawler: rules divided by commas, in a header
 * also {@code agent: rule, rule}. Pure.
 */
final class RobotsDirectives {

    /** What is recorded; others, such as the length of snippets, say nothing of keeping and reading a page. */
    private static final Set<String> KNOWN = Set.of(
            "noindex",
            "nofollow",
            "noarchive",
            "nocache",
            "nosnippet",
            "notranslate",
            "noimageindex",
            "noai",
            "noimageai");

    /** An agent's name before a colon; rules with values have colons too. */
    private static final Pattern AGENT = Pattern.compile("([a-z0-9._*-]+)\\s*:(.*)", Pattern.DOTALL);

    private static final Set<String> WITH_VALUE =
            Set.of("unavailable_after", "max-snippet", "max-image-preview", "max-video-preview");

    private RobotsDirectives() {}

    /** Rules that a header's fields have for everybody or for this agent. */
    static Stream<String> inHeaders(List<String> fields, String agent) {
        return fields.stream().flatMap(field -> inHeader(field, agent).stream());
    }

    private static List<String> inHeader(String field, String agent) {
        List<String> rules = new ArrayList<>();
        Optional<String> addressee = Optional.empty();
        for (String part : field.toLowerCase(Locale.ROOT).split(",")) {
            String rule = part.strip();
            Matcher named = AGENT.matcher(rule);
            if (named.matches() && !WITH_VALUE.contains(named.group(1))) {
                addressee = Optional.of(named.group(1)).filter(name -> !name.equals("*"));
                rule = named.group(2).strip();
            }
            if (addressee.map(agent::equals).orElse(true)) {
                rules.addAll(known(rule));
            }
        }
        return rules;
    }

    /** Rules of a robots meta element's content. */
    static Stream<String> inContent(String content) {
        return Stream.of(content.toLowerCase(Locale.ROOT).split("[,\\s]+")).flatMap(rule -> known(rule).stream());
    }

    private static List<String> known(String rule) {
        if (rule.equals("none")) {
            return List.of("noindex", "nofollow");
        }
        return KNOWN.contains(rule) ? List.of(rule) : List.of();
    }
}
