package org.onrecord.acceptance;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a PromQL expression speaks of, by the shape of its words; enough to tell whether it can match anything.
 *
 * @param metrics names of time series
 * @param labels that it selects, groups or joins by
 * @param reasons values that it asks of the label {@code reason}
 */
record PromQl(Set<String> metrics, Set<String> labels, Set<String> reasons) {

    private static final Pattern STRING = Pattern.compile("\"[^\"]*\"");
    private static final Pattern RANGE = Pattern.compile("\\[[^]]*]");
    private static final Pattern SELECTOR = Pattern.compile("\\{([^}]*)}");
    private static final Pattern GROUPING =
            Pattern.compile("\\b(?:by|without|on|ignoring|group_left|group_right) *\\(([^)]*)\\)");
    private static final Pattern REASON = Pattern.compile("\\breason *(?:=~|!~|!=|=) *\"([^\"]*)\"");
    private static final Pattern WORD = Pattern.compile("\\b[a-z_][a-z0-9_]*\\b(?! *\\()");
    private static final Set<String> KEYWORDS =
            Set.of("by", "on", "ignoring", "group_left", "unless", "and", "or", "bool");

    static PromQl of(String expression) {
        Set<String> labels = new HashSet<>();
        Set<String> reasons = new HashSet<>();
        Matcher asked = REASON.matcher(expression);
        while (asked.find()) {
            reasons.addAll(Set.of(asked.group(1).split("\\|")));
        }
        String bare = RANGE.matcher(STRING.matcher(expression).replaceAll("")).replaceAll("");
        String outside = take(GROUPING, take(SELECTOR, bare, labels), labels);
        Set<String> metrics = words(outside);
        metrics.removeAll(KEYWORDS);
        return new PromQl(metrics, labels, reasons);
    }

    private static String take(Pattern pattern, String expression, Set<String> labels) {
        return pattern.matcher(expression).replaceAll(part -> {
            labels.addAll(words(part.group(1)));
            return " ";
        });
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(word.group());
        }
        return words;
    }
}
