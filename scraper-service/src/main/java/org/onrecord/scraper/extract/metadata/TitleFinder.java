package org.onrecord.scraper.extract.metadata;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.onrecord.scraper.extract.page.Region;
import org.onrecord.scraper.extract.page.TextBlock;
import org.onrecord.scraper.extract.page.Trait;
import org.onrecord.scraper.extract.page.Words;

/**
 * The headline. The page's own heading is the truth; what the page declares tells which heading it is, and is the title
 * only where no heading is like it.
 */
final class TitleFinder {
    private static final double SAME_STORY = 0.5;

    /** Headings of parts say much of what the headline says, "How to start a firm" and "How long it takes to start a firm". */
    private static final double SAME_HEADLINE = 0.75;

    private static final int MOST_HEADINGS = 60;
    private static final int FEWEST_HEADLINE_WORDS = 4;
    /** Characters of a title: each of its dividers is tried. */
    private static final int LONGEST_TITLE = 1_000;

    private static final int LONGEST_SITE_NAME = 5;
    private static final Pattern LAST_DIVIDER = Pattern.compile("^(.+) [-–—|·»«] (.+?)$");
    private static final Pattern DIVIDER = Pattern.compile(": | \\| | [-–—:·»«] ");

    private final PageFacts facts;
    private final Optional<String> siteName;

    TitleFinder(PageFacts facts) {
        this.facts = facts;
        this.siteName = facts.siteName().map(Found::value);
    }

    Optional<Found<String>> find() {
        List<Found<String>> declared = declared();
        List<TextBlock> headings = headings();
        Optional<Found<String>> like = headingLike(headings, declared);
        if (like.isPresent()) {
            return Optional.of(withoutSite(withoutKicker(like.get(), declared)));
        }
        Optional<Found<String>> printed = printedPart();
        if (printed.isPresent()) {
            return printed;
        }
        Optional<TextBlock> only = onlyMainHeading(headings);
        if (only.isPresent()) {
            return Optional.of(new Found<>(only.get().text(), "h1"));
        }
        return declared.isEmpty() ? Optional.empty() : Optional.of(declared.getFirst());
    }

    /** Some systems print the page's title, with the site's name, as its headline. */
    private Found<String> withoutSite(Found<String> heading) {
        String own = SiteSuffix.removed(heading.value(), siteName, facts.url());
        return Words.count(own) >= FEWEST_HEADLINE_WORDS ? new Found<>(own, heading.from()) : heading;
    }

    /** What the page declares, best first, without the site's name. */
    private List<Found<String>> declared() {
        List<Found<String>> declared = new ArrayList<>();
        facts.linked().flatMap(LinkedArticle::headline).ifPresent(title -> add(declared, title, "json-ld"));
        facts.meta().first("og:title").ifPresent(title -> add(declared, title, "og:title"));
        facts.meta().first("twitter:title").ifPresent(title -> add(declared, title, "twitter:title"));
        facts.meta()
                .first("dc.title", "headline", "sailthru.title", "parsely-title")
                .ifPresent(title -> add(declared, title, "meta"));
        String title = pageTitle();
        if (!title.isEmpty()) {
            add(declared, title, "title");
        }
        return declared;
    }

    private void add(List<Found<String>> declared, String title, String from) {
        String whole = Escapes.undone(Words.beginning(title, LONGEST_TITLE));
        String own = withoutPrintedSuffix(SiteSuffix.removed(whole, siteName, facts.url()));
        if (!own.isEmpty() && !siteName.map(own::equalsIgnoreCase).orElse(false)) {
            declared.add(new Found<>(own, from));
        }
    }

    private String pageTitle() {
        return Words.beginning(
                Words.clean(Escapes.undone(facts.page().document().title())), LONGEST_TITLE);
    }

    /** Without the site's name where nothing declares it, but the page prints it as a line of its own. */
    private String withoutPrintedSuffix(String title) {
        Matcher divider = LAST_DIVIDER.matcher(title);
        if (!divider.find() || Words.count(divider.group(1)) < FEWEST_HEADLINE_WORDS) {
            return title;
        }
        String suffix = divider.group(2);
        boolean printed = Words.count(suffix) <= LONGEST_SITE_NAME
                && facts.page().blocks().stream().anyMatch(block -> block.text().equals(suffix));
        return printed ? divider.group(1).strip() : title;
    }

    private List<TextBlock> headings() {
        List<TextBlock> headings = new ArrayList<>();
        for (TextBlock block : facts.page().blocks()) {
            boolean heading = block.isHeading() || isMarkedHeadline(block.region());
            if (heading
                    && block.words() <= 60
                    && headings.size() < MOST_HEADINGS
                    && !SiteSuffix.isHost(block.text(), facts.url())) {
                headings.add(block);
            }
        }
        return headings;
    }

    private static boolean isMarkedHeadline(Region region) {
        return region.has(Trait.HEADLINE)
                || region.parent() != null && region.parent().has(Trait.HEADLINE);
    }

    private static Optional<Found<String>> headingLike(List<TextBlock> headings, List<Found<String>> declared) {
        TextBlock best = null;
        double most = SAME_STORY;
        List<WordBag> titles = declared.stream()
                .map(title -> WordBag.of(Likeness.normalised(title.value())))
                .toList();
        for (TextBlock heading : headings) {
            double like = 0;
            WordBag words = WordBag.of(Likeness.normalised(heading.text()));
            for (WordBag title : titles) {
                like = Math.max(like, words.likeness(title));
            }
            double weighed = like * (heading.headingLevel() == 1 ? 1 : 0.9);
            boolean main = heading.headingLevel() == 1 || isMarkedHeadline(heading.region());
            if (like > (main ? SAME_STORY : SAME_HEADLINE) && weighed > most) {
                most = weighed;
                best = heading;
            }
        }
        return best == null
                ? Optional.empty()
                : Optional.of(new Found<>(best.text(), best.headingLevel() == 1 ? "h1" : "heading"));
    }

    /** A kicker within the heading, with nothing between it and the headline that is declared. */
    private static Found<String> withoutKicker(Found<String> heading, List<Found<String>> declared) {
        String text = heading.value();
        for (Found<String> title : declared) {
            int kicker = text.length() - title.value().length();
            if (kicker > 0
                    && text.endsWith(title.value())
                    && Words.count(title.value()) >= FEWEST_HEADLINE_WORDS
                    && Character.isLetterOrDigit(text.charAt(kicker - 1))) {
                return new Found<>(title.value(), heading.from());
            }
        }
        return heading;
    }

    /** The part of the page's title that the page prints as a line of its own, for pages without headings. */
    private Optional<Found<String>> printedPart() {
        String title = pageTitle();
        Set<String> parts = new LinkedHashSet<>();
        Matcher divider = DIVIDER.matcher(title);
        while (divider.find()) {
            parts.add(title.substring(0, divider.start()));
            parts.add(title.substring(divider.end()));
        }
        for (TextBlock block :
                parts.isEmpty() ? List.<TextBlock>of() : facts.page().blocks()) {
            if (block.words() >= FEWEST_HEADLINE_WORDS && parts.contains(block.text())) {
                return Optional.of(new Found<>(block.text(), "title"));
            }
        }
        return Optional.empty();
    }

    private Optional<TextBlock> onlyMainHeading(List<TextBlock> headings) {
        List<TextBlock> main = headings.stream()
                .filter(heading -> heading.headingLevel() == 1 && heading.words() >= 3)
                .filter(heading -> siteName.map(name -> !name.equalsIgnoreCase(heading.text()))
                        .orElse(true))
                .toList();
        return main.size() == 1 ? Optional.of(main.getFirst()) : Optional.empty();
    }
}
