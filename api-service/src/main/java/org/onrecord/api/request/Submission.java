package org.onrecord.api.request;

import java.util.Optional;
import java.util.UUID;

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

        @Schema(description = "the headline of the text, if it is not its first line; only together with text")
        Optional<String> title) {

    /** What is to be done with it. */
    sealed interface Task permits Fetch, Forward {}

    /** A page is to be fetched. */
    record Fetch(String url, String host) implements Task {}

    /** HTML or text is to be read by the scraper. */
    record Forward(ScraperSubmission submission, String kind) implements Task {}

    /**
     * @param requestId names the request in every outcome
     * @throws ProblemException if it is none of the three, or its URL is no web address
     */
    Task task(UUID requestId) {
        if (html.isPresent() && text.isPresent()) {
            throw rejected("Send either html or text, not both.");
        }
        if (title.isPresent() && text.isEmpty()) {
            throw rejected("A title goes together with a text; a page has its own.");
        }
        Optional<Target> target = url.map(Submission::webAddress);
        if (html.isPresent() || text.isPresent()) {
            return new Forward(
                    new ScraperSubmission(
                            requestId, url.orElse(null), html.orElse(null), text.orElse(null), title.orElse(null)),
                    html.isPresent() ? "html" : "text");
        }
        return target.map(page -> new Fetch(url.orElseThrow(), page.host()))
                .orElseThrow(() -> rejected("Send a url to be fetched, html, or text."));
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
