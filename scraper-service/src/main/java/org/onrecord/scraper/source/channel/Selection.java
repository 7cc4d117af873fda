package org.onrecord.scraper.source.channel;

import java.util.List;

/**
 * Which of a source's pages are wanted, by patterns of their URLs, in which {@code *} stands for any characters: {@code
 * *&#47;politics/*}. Without include patterns all are; an exclude pattern has the last word. Time is linear in URL and
 * pattern but for their product in the worst case; both are short. Pure.
 */
public record Selection(List<String> include, List<String> exclude) {

    /** Copies both lists. */
    public Selection {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
    }

    boolean takes(String url) {
        boolean wanted = include.isEmpty() || include.stream().anyMatch(pattern -> matches(pattern, url));
        return wanted && exclude.stream().noneMatch(pattern -> matches(pattern, url));
    }

    /** The usual greedy match: a mismatch goes back to the last star, never further. */
    static boolean matches(String pattern, String url) {
        int p = 0;
        int u = 0;
        int star = -1;
        int resumeAt = 0;
        while (u < url.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resumeAt = u;
            } else if (p < pattern.length() && pattern.charAt(p) == url.charAt(u)) {
                p++;
                u++;
            } else if (star >= 0) {
                p = star + 1;
                u = ++resumeAt;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
