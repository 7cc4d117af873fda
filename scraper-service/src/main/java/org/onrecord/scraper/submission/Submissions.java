package org.onrecord.scraper.submission;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.onrecord.contracts.OutcomeReason;
import org.onrecord.contracts.Stage;
import org.onrecord.scraper.article.Origin;
import org.onrecord.scraper.article.Reader;
import org.onrecord.scraper.article.Reading;
import org.onrecord.scraper.article.ScraperOutcomes;
import org.onrecord.scraper.article.Told;
import org.onrecord.scraper.fetch.FetchSettings;
import org.onrecord.scraper.frontier.LeasedPages;
import org.onrecord.scraper.submission.Submission.Content;
import org.onrecord.scraper.takedown.Takedowns;

/** Reads what was handed in. Thread-safe. */
@ApplicationScoped
class Submissions {

    private static final Optional<String> UTF8_HTML = Optional.of("text/html; charset=utf-8");

    private final LeasedPages pages;
    private final Reader reader;
    private final FetchSettings settings;
    private final Takedowns takedowns;

    Submissions(LeasedPages pages, Reader reader, FetchSettings settings, Takedowns takedowns) {
        this.pages = pages;
        this.reader = reader;
        this.settings = settings;
        this.takedowns = takedowns;
    }

    Reading read(Submission submission) {
        Content content = submission.content();
        UUID requestId = submission.requestId().orElseGet(UUID::randomUUID);
        return switch (content) {
            case Content.Page(String url) -> pages.read(requestId, url);
            case Content.Html html ->
                readHtml(origin(requestId, submission, Submission.uri(html.source())), html.html(), submission.told());
            case Content.Text text ->
                takedowns.respected(reader.readText(
                        origin(requestId, submission, Submission.uri(text.source())), submission.told(), text.text()));
        };
    }

    private Reading readHtml(Origin origin, String html, Told told) {
        byte[] page = html.getBytes(StandardCharsets.UTF_8);
        if (page.length > settings.maxPageBytes()) {
            String detail = "%,d bytes of HTML, at most %,d are read".formatted(page.length, settings.maxPageBytes());
            return Reading.ended(ScraperOutcomes.of(
                    origin.requestId(),
                    origin.requestedUrl(),
                    Stage.FETCH,
                    OutcomeReason.TOO_LARGE,
                    detail,
                    origin.receivedAt()));
        }
        return takedowns.respected(reader.readPage(origin, page, UTF8_HTML, told));
    }

    private static Origin origin(UUID requestId, Submission submission, Optional<URI> url) {
        return new Origin(requestId, submission.url(), url, Instant.now());
    }
}
