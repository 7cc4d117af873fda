package org.onrecord.scraper.source;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** JSON Feed 1 and 1.1 (jsonfeed.org). Thread-safe. */
final class JsonFeedReader {

    private static final String VERSIONS = "https://jsonfeed.org/version/";
    private static final int MAX_ENTRIES = 5_000;

    private final ObjectMapper json;

    JsonFeedReader(ObjectMapper json) {
        this.json = json;
    }

    Document read(byte[] body) {
        JsonNode feed;
        try {
            feed = json.readTree(body);
        } catch (IOException e) {
            return new Document.Unreadable("no feed: it begins as JSON and is none");
        }
        if (feed == null
                || !feed.path("version").asText().replace("http:", "https:").startsWith(VERSIONS)) {
            return new Document.Unreadable("JSON, but no JSON Feed: its version is none of " + VERSIONS);
        }
        List<Entry> entries = new ArrayList<>();
        for (JsonNode item : feed.path("items")) {
            String url = item.path("url").asText(item.path("id").asText());
            if (!url.isBlank() && entries.size() < MAX_ENTRIES) {
                entries.add(new Entry(url.strip(), instant(item, "date_published"), instant(item, "date_modified")));
            }
        }
        return new Document.Feed(ChannelKind.JSON_FEED, entries, Optional.empty());
    }

    private static Optional<Instant> instant(JsonNode item, String field) {
        String text = item.path(field).asText();
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
