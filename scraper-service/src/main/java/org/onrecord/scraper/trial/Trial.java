package org.onrecord.scraper.trial;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.onrecord.scraper.submission.RejectedSubmissionException;

/** What is to be read on trial: HTML or text. */
record Trial(
        @Schema(description = "where it comes from, for dates and relative links")
        Optional<String> url,

        @Schema(description = "a whole page; not together with text")
        Optional<String> html,

        @Schema(description = "words without markup; not together with html")
        Optional<String> text,

        @Schema(description = "the headline of the text, if it is not its first line")
        Optional<String> title) {

    /** One of the two kinds. */
    sealed interface Content {
        record Html(Optional<URI> url, String html) implements Content {}

        record Text(Optional<URI> url, Optional<String> title, String text) implements Content {}
    }

    /** @throws RejectedSubmissionException if it is neither, or both, or its URL is none */
    Content content() {
        Optional<URI> source = url.map(Trial::uri);
        if (html.isPresent() == text.isPresent()) {
            throw new RejectedSubmissionException("Send either html or text.");
        }
        return html.<Content>map(page -> new Content.Html(source, page))
                .orElseGet(() -> new Content.Text(source, title, text.orElseThrow()));
    }

    private static URI uri(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw new RejectedSubmissionException("Send an absolute http or https URL, or none.");
        }
    }
}
