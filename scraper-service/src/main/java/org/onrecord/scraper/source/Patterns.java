package org.onrecord.scraper.source;

import java.util.List;
import java.util.Objects;

/** Patterns of URLs as an operator sends them. */
final class Patterns {

    private static final int MOST = 100;
    private static final int MAX_LENGTH = 500;

    private Patterns() {}

    /** @throws RejectedSourceException if there are too many, or one is empty or too long */
    static List<String> checked(List<String> patterns) {
        if (patterns.size() > MOST) {
            throw new RejectedSourceException("Send at most " + MOST + " patterns of each kind.");
        }
        for (String pattern : patterns) {
            if (Objects.requireNonNullElse(pattern, "").isBlank()
                    || pattern.length() > MAX_LENGTH
                    || pattern.chars().anyMatch(Character::isISOControl)) {
                throw new RejectedSourceException("A pattern has 1 to " + MAX_LENGTH
                        + " characters and none that is invisible, such as */politics/*.");
            }
        }
        return List.copyOf(patterns);
    }
}
