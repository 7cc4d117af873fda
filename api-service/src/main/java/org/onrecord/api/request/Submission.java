package org.onrecord.api.request;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.onrecord.chassis.problem.ProblemException;
import org.onrecord.chassis.problem.ProblemType;
import org.onrecord.egress.AddressGuard;
import org.onrecord.egress.Refusal;
import org.onrecord.egress.Target;

/** What is handed in to be read: a URL to be fetched, or HTML or text with or without the URL that it came from. */
public record Submission(
        @Schema(
                description =
                        "http or https URL: alone, it is fetched; with html or text, it says where they came from",
                examples = "https://news.example/world/a-story.html")
        Optional<String> url,

        @Schema(description = "a whole page; not together with text")
        Optional<String> html,

        @Schema(description = "words without markup; not together with html")
        Optional<String> text,

        @Schema(
                description =
                        "the headline, if it is not the page's or the text's own; only together with html or text")
        Optional<String> title,

        @Schema(
                description =
                        "when it was published: a day, or a moment with its offset; only together with html or text",
                examples = "2019-03-14T06:30:00Z")
        Optional<String> publishedAt,

        @Schema(
                description = "who wrote it, in their order; only together with html or text",
                maxItems = Submission.MOST_AUTHORS)
        Optional<List<String>> authors,

        @Schema(description = "ISO 639-1 code of its language; only together with html or text", examples = "en")
        Optional<String> language,

        @Schema(
                description =
                        "the site's domain, for what has no url, or what the site calls itself; only together with"
                                + " html or text",
                examples = "news.example")
        Optional<String> site) {

    static final int MOST_AUTHORS = 50;
    private static final int LONGEST_NAME = 200;
    private static final Pattern LANGUAGE = Pattern.compile("([a-z]{2})(?:[-_][A-Za-z0-9-]{1,20})?");

    /** What is to be done with it. */
    sealed interface Task permits Fetch, Forward {}

    /** A page is to be fetched. */
    record Fetch(String url, String host) implements Task {}

    /** HTML or text is to be read by the scraper. */
    record Forward(ScraperSubmission submission, String kind) implements Task {}

    /** @throws ProblemException if it is none of the three, or anything told with it is not what it must be */
    public void check() {
        task(new UUID(0, 0));
    }

    /**
     * @param requestId names the request in every outcome
     * @throws ProblemException if it is none of the three, or its URL is no web address
     */
    Task task(UUID requestId) {
        if (html.isPresent() && text.isPresent()) {
            throw rejected("Send either html or text, not both.");
        }
        boolean told = title.isPresent()
                || publishedAt.isPresent()
                || authors.isPresent()
                || language.isPresent()
                || site.isPresent();
        if (told && html.isEmpty() && text.isEmpty()) {
            throw rejected(
                    "The fields title, publishedAt, authors, language and site go together with html or text; a page that is"
                            + " fetched has its own.");
        }
        Optional<Target> target = url.map(Submission::webAddress);
        if (html.isPresent() || text.isPresent()) {
            return new Forward(
                    new ScraperSubmission(
                            requestId,
                            url.orElse(null),
                            html.orElse(null),
                            text.orElse(null),
                            title.filter(Predicate.not(String::isBlank)).orElse(null),
                            publishedAt.map(Submission::moment).orElse(null),
                            authors.map(Submission::names).orElse(null),
                            language.map(Submission::language).orElse(null),
                            site.map(name -> name("site", name)).orElse(null)),
                    html.isPresent() ? "html" : "text");
        }
        return target.map(page -> new Fetch(url.orElseThrow(), page.host()))
                .orElseThrow(() -> rejected("Send a url to be fetched, html, or text."));
    }

    private static Instant moment(String text) {
        try {
            return text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            throw rejected(
                    "Send publishedAt as a day, such as 2019-03-14, or as a moment, such as 2019-03-14T06:30:00Z.");
        }
    }

    private static List<String> names(List<String> authors) {
        if (authors.size() > MOST_AUTHORS) {
            throw rejected("Send at most %d authors.".formatted(MOST_AUTHORS));
        }
        return authors.stream().map(author -> name("authors", author)).toList();
    }

    private static String name(String field, String name) {
        String stripped = name == null ? "" : name.strip();
        boolean isOne = !stripped.isEmpty()
                && stripped.length() <= LONGEST_NAME
                && stripped.codePoints().noneMatch(Character::isISOControl);
        if (!isOne) {
            throw rejected("Send names in %s, of at most %d letters each.".formatted(field, LONGEST_NAME));
        }
        return stripped;
    }

    private static String language(String code) {
        Matcher known = LANGUAGE.matcher(code.strip());
        if (!known.matches()) {
            throw rejected("Send the language as its code of two letters, such as en.");
        }
        return known.group(1);
    }

    private static Target webAddress(String url) {
        return switch (AddressGuard.read(url)) {
            case Target target -> target;
            case Refusal refusal -> throw rejected("Send an absolute http or https URL: " + refusal.detail() + ".");
        };
    }

    private static ProblemException rejected(String whatToSend) {
        return new ProblemException(ProblemType.INVALID_SUBMISSION, whatToSend);
    }
}
