package org.onrecord.scraper.submission;

import java.net.URI;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.onrecord.egress.AddressGuard;
import org.onrecord.egress.Refusal;
import org.onrecord.egress.RefusalReason;
import org.onrecord.egress.Target;
import org.onrecord.scraper.article.Told;

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

        @Schema(description = "the headline; only together with text or html")
        Optional<String> title,

        @Schema(description = "when it was published; only together with text or html, as all that follow")
        Optional<Instant> publishedAt,

        @Schema(description = "names, in their order") Optional<List<String>> authors,

        @Schema(description = "ISO 639-1 code") Optional<String> language,

        @Schema(description = "the site's domain, where there is no URL, or its name")
        Optional<String> site) {

    private static final Set<RefusalReason> NO_WEB_ADDRESS =
            EnumSet.of(RefusalReason.MALFORMED_URL, RefusalReason.SCHEME);

    /** One of the three kinds of submission. */
    sealed interface Content {
        record Page(String url) implements Content {}

        record Html(Optional<Target> source, String html) implements Content {}

        record Text(Optional<Target> source, String text) implements Content {}
    }

    /** @throws RejectedSubmissionException if it is none of the three, or its URL is no web address */
    Content content() {
        if (html.isPresent() && text.isPresent()) {
            throw new RejectedSubmissionException("Send either html or text, not both.");
        }
        if (!told().equals(Told.NOTHING) && text.isEmpty() && html.isEmpty()) {
            throw new RejectedSubmissionException("What is told of an article goes together with its html or text.");
        }
        if (html.isPresent()) {
            return new Content.Html(source(), html.get());
        }
        if (text.isPresent()) {
            return new Content.Text(source(), text.get());
        }
        return new Content.Page(page());
    }

    /** What is told of the article beside its words. */
    Told told() {
        return new Told(title, publishedAt, authors.orElse(List.of()), language, site);
    }

    /** Where the words came from; nothing is asked there, so it may be any web address. */
    private Optional<Target> source() {
        return url.map(text -> switch (AddressGuard.read(text)) {
            case Target target -> target;
            case Refusal refusal -> throw noWebAddress(refusal);
        });
    }

    /** A page that may not be fetched ends as an outcome; only what is no URL of the web at all is turned away here. */
    private String page() {
        String page =
                url.orElseThrow(() -> new RejectedSubmissionException("Send a url to be fetched, html, or text."));
        if (AddressGuard.read(page) instanceof Refusal refusal && NO_WEB_ADDRESS.contains(refusal.reason())) {
            throw noWebAddress(refusal);
        }
        return page;
    }

    private static RejectedSubmissionException noWebAddress(Refusal refusal) {
        return new RejectedSubmissionException("Send an absolute http or https URL: " + refusal.detail() + ".");
    }

    static Optional<URI> uri(Optional<Target> source) {
        return source.map(Target::uri);
    }
}
