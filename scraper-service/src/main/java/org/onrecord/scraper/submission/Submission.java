package org.onrecord.scraper.submission;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.onrecord.egress.AddressGuard;
import org.onrecord.egress.Refusal;
import org.onrecord.egress.Target;

/** What is handed in to be read: a URL alone to be fetched, HTML or text with or without the URL it came from. */
record Submission(
        @Schema(description = "names the submission in every outcome; made up if absent")
        Optional<UUID> requestId,

        @Schema(
                description =
                        "http or https URL: alone, it is fetched; with html or text, it says where they came from")
        Optional<String> url,

        @Schema(description = "a whole page; not together with text")
        Optional<String> html,

        @Schema(description = "words without markup; not together with html")
        Optional<String> text,

        @Schema(description = "the headline of the text, if it is not its first line; only together with text")
        Optional<String> title) {

    /** One of the three kinds of submission. */
    sealed interface Content {
        record Page(String url) implements Content {}

        record Html(Optional<Target> source, String html) implements Content {}

        record Text(Optional<Target> source, Optional<String> title, String text) implements Content {}
    }

    /** @throws RejectedSubmissionException if it is none of the three, or its URL is no web address */
    Content content() {
        if (html.isPresent() && text.isPresent()) {
            throw new RejectedSubmissionException("Send either html or text, not both.");
        }
        if (title.isPresent() && text.isEmpty()) {
            throw new RejectedSubmissionException("A title goes together with a text; a page has its own.");
        }
        Optional<Target> source = url.map(Submission::webAddress);
        if (html.isPresent()) {
            return new Content.Html(source, html.get());
        }
        if (text.isPresent()) {
            return new Content.Text(source, title, text.get());
        }
        return new Content.Page(
                url.orElseThrow(() -> new RejectedSubmissionException("Send a url to be fetched, html, or text.")));
    }

    static Optional<URI> uri(Optional<Target> source) {
        return source.map(Target::uri);
    }

    private static Target webAddress(String url) {
        return switch (AddressGuard.read(url)) {
            case Target target -> target;
            case Refusal refusal ->
                throw new RejectedSubmissionException("Send an absolute http or https URL: " + refusal.detail() + ".");
        };
    }
}
