package org.onrecord.scraper.extract.metadata;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.onrecord.scraper.extract.page.TextBlock;

/**
 * The author in the summary beneath the headline, as Irish and British papers print it: "Three shrubs for a dark month, by
 * ANN LEE", "… are worth the wait, writes Ann Lee". Capitals give the name away after any such word, "writes" gives it
 * away in any case.
 */
final class StandfirstByline {
    private static final int BLOCKS_AFTER_HEADLINE = 5;
    private static final int LONGEST = 80;
    private static final Pattern CAPITALS = Pattern.compile(
            "(?<!\\w)(?:says|writes|reports|asks|finds|meets|suggests|argues|explains|by|with)\\s+(\\p{Lu}[\\p{Lu}’'-]+(?:\\s+\\p{Lu}[\\p{Lu}’'-]+){1,2})(?!\\w)");
    private static final Pattern WRITES =
            Pattern.compile("(?<!\\w)writes\\s+(\\p{Lu}[\\p{L}’'-]+(?:\\s+\\p{Lu}[\\p{L}’'-]+){1,2})\\s*[.!?]?$");

    private StandfirstByline() {}

    static List<String> names(PageFacts facts) {
        return facts.aroundHeadline().stream()
                .limit(BLOCKS_AFTER_HEADLINE)
                .filter(block -> block.words() <= LONGEST)
                .map(StandfirstByline::name)
                .flatMap(Optional::stream)
                .filter(PersonNames::isPerson)
                .limit(1)
                .toList();
    }

    private static Optional<String> name(TextBlock block) {
        Matcher capitals = CAPITALS.matcher(block.text());
        if (capitals.find()) {
            return Optional.of(PersonNames.inOrdinaryCapitals(capitals.group(1)));
        }
        Matcher writes = WRITES.matcher(block.text());
        return writes.find() ? Optional.of(writes.group(1)) : Optional.empty();
    }
}
