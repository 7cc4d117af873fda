package org.onrecord.scraper.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedInput;
import com.rometools.rome.io.XmlReader;

/** RSS of all versions and Atom, by ROME, which refuses document type declarations unless told otherwise. Thread-safe. */
final class FeedReader {

    private static final int MAX_ENTRIES = 5_000;

    Document read(byte[] body, Optional<String> contentType) {
        try (Reader characters =
                new XmlReader(new ByteArrayInputStream(body), contentType.orElse("application/xml"), true)) {
            WireFeed feed = new WireFeedInput(false, Locale.ROOT).build(characters);
            ChannelKind kind = feed instanceof Channel ? ChannelKind.RSS : ChannelKind.ATOM;
            return new Document.Feed(kind, entries(feed), atMostEvery(feed));
        } catch (FeedException | IOException | IllegalArgumentException e) {
            return new Document.Unreadable("no feed that can be read: " + e.getMessage());
        }
    }

    private static List<Entry> entries(WireFeed feed) {
        List<Entry> entries = new ArrayList<>();
        for (SyndEntry entry : new SyndFeedImpl(feed).getEntries()) {
            if (entries.size() == MAX_ENTRIES) {
                break;
            }
            link(entry)
                    .ifPresent(url -> entries.add(
                            new Entry(url, instant(entry.getPublishedDate()), instant(entry.getUpdatedDate()))));
        }
        return entries;
    }

    /** An RSS item may have a guid alone, which is its link unless it says otherwise. */
    private static Optional<String> link(SyndEntry entry) {
        String link = entry.getLink();
        if (link != null && !link.isBlank()) {
            return Optional.of(link.strip());
        }
        String guid = entry.getUri();
        return Optional.ofNullable(guid).map(String::strip).filter(text -> text.startsWith("http"));
    }

    private static Optional<Instant> instant(Date date) {
        return Optional.ofNullable(date).map(Date::toInstant);
    }

    private static Optional<Duration> atMostEvery(WireFeed feed) {
        return feed instanceof Channel channel && channel.getTtl() > 0
                ? Optional.of(Duration.ofMinutes(channel.getTtl()))
                : Optional.empty();
    }
}
