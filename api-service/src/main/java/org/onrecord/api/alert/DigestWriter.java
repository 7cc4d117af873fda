package org.onrecord.api.alert;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.type.TypeReference;

import org.onrecord.api.alert.Digest.Told;
import org.onrecord.api.alert.Recipient.Mailbox;
import org.onrecord.api.feed.FeedText;
import org.onrecord.api.publication.Publication;
import org.onrecord.api.quote.Quote;
import org.onrecord.api.quote.QuotedSpeaker;
import org.onrecord.api.web.frame.Shown;
import org.onrecord.contracts.Stance;
import org.onrecord.database.JsonReader;

/** Writes what a mail tells. Thread-safe. */
@ApplicationScoped
class DigestWriter {

    /** A mail of more is not read. */
    private static final int MOST_TOLD = 200;

    private static final int LONGEST_NAME = 140;
    private static final int LONGEST_WORDS = 2000;

    private static final TypeReference<List<QuotedSpeaker>> SPEAKERS = new TypeReference<>() {};

    private final JsonReader json;

    DigestWriter(JsonReader json) {
        this.json = json;
    }

    /** How many quotes are to be read of a digest of many. */
    static int most() {
        return MOST_TOLD;
    }

    /**
     * Writes a digest.
     *
     * @param site where our pages are, without a slash at its end
     * @param quotes that are told of, with their articles
     * @param more how many there are besides
     */
    Digest write(Mailbox mailbox, String site, List<Quote> quotes, int more) {
        return new Digest(
                FeedText.line(mailbox.search().name(), LONGEST_NAME),
                quotes.size() + more,
                quotes.stream().map(quote -> told(quote, site)).toList(),
                more,
                site + (mailbox.query().isEmpty() ? "/" : "/?" + mailbox.query()),
                page(site, mailbox.alertId()));
    }

    /** Where an alert is paused and removed. */
    static String page(String site, UUID alert) {
        return site + "/searches/alerts/" + alert;
    }

    private Told told(Quote quote, String site) {
        Publication article = quote.article();
        String who = String.join(
                ", ",
                json.read(quote.speakers().text(), SPEAKERS).stream()
                        .map(speaker -> speaker.name() == null ? speaker.surface() : speaker.name())
                        .map(name -> FeedText.line(name, LONGEST_NAME))
                        .toList());
        String title = FeedText.line(article.title(), LONGEST_NAME);
        return new Told(
                (who.isEmpty() ? "Somebody" : who) + inWords(quote.stance()),
                FeedText.line(quote.text(), LONGEST_WORDS),
                title.isEmpty() ? "an article without a headline" : title,
                article.site() == null ? "" : FeedText.line(article.site(), LONGEST_NAME),
                article.publishedAt() == null
                        ? ""
                        : article.publishedAt().toString().substring(0, 10),
                Shown.link(FeedText.plain(article.url())),
                site + "/articles/" + article.id() + "#q-" + quote.id());
    }

    private static String inWords(Stance stance) {
        return switch (stance) {
            case SAID -> "";
            case ASKED -> " (asked)";
            case DENIED -> " (denied)";
            case UNSAID -> " (not said)";
        };
    }
}
