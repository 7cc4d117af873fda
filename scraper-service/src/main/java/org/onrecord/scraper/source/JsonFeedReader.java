package org.onrecord.scraper.source;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;

/**
 * JSON Feed 1 and 1.1 (jsonfeed.org), read token by token: of a feed that never ends, the first entries; of one that breaks
 * off, those before it does. Thread-safe.
 */
final class JsonFeedReader {

    private static final String VERSIONS = "https://jsonfeed.org/version/";
    private static final int MAX_ENTRIES = 5_000;

    private static final int MAX_DEPTH = 100;
    private static final int MAX_NAME = 1000;
    private static final int MAX_NUMBER = 100;
    /** Of what is asked for; other texts are passed over, however long they are. */
    private static final int MAX_STRING = 64 << 10;

    /** Names are not kept for the next time: whoever writes the feed chooses them. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNameLength(MAX_NAME)
                    .maxNumberLength(MAX_NUMBER)
                    .maxStringLength(MAX_STRING)
                    .build())
            .build();

    Document read(InputStream body) {
        Feed feed = new Feed();
        try (JsonParser json = FACTORY.createParser(body)) {
            feed.read(json);
        } catch (IOException e) {
            if (feed.entries.isEmpty()) {
                return new Document.Unreadable("no feed: it begins as JSON and is none that can be read");
            }
        }
        return feed.isOne
                ? new Document.Feed(ChannelKind.JSON_FEED, feed.entries, Optional.empty())
                : new Document.Unreadable("JSON, but no JSON Feed: its version is none of " + VERSIONS);
    }

    /** What was read so far. */
    private static final class Feed {
        private final List<Entry> entries = new ArrayList<>();
        private boolean isOne;
        private int items;

        /** The version may come after the items. */
        void read(JsonParser json) throws IOException {
            json.nextToken();
            while (!isComplete() && json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                JsonToken value = json.nextToken();
                if (field.equals("version")) {
                    isOne = text(json)
                            .filter(version ->
                                    version.replace("http:", "https:").startsWith(VERSIONS))
                            .isPresent();
                } else if (field.equals("items") && value == JsonToken.START_ARRAY) {
                    items(json);
                } else {
                    json.skipChildren();
                }
            }
        }

        private boolean isComplete() {
            return isOne && items == MAX_ENTRIES;
        }

        private void items(JsonParser json) throws IOException {
            while (!isComplete() && json.nextToken() != JsonToken.END_ARRAY) {
                if (items < MAX_ENTRIES) {
                    items++;
                    item(json);
                } else {
                    json.skipChildren();
                }
            }
        }

        private void item(JsonParser json) throws IOException {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                json.skipChildren();
                return;
            }
            Optional<String> url = Optional.empty();
            Optional<String> id = Optional.empty();
            Optional<Instant> published = Optional.empty();
            Optional<Instant> changed = Optional.empty();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                json.nextToken();
                switch (field) {
                    case "url" -> url = text(json);
                    case "id" -> id = text(json);
                    case "date_published" -> published = text(json).flatMap(FeedDate::of);
                    case "date_modified" -> changed = text(json).flatMap(FeedDate::of);
                    default -> json.skipChildren();
                }
            }
            // An id that is no address is a name.
            Optional<String> address =
                    url.isPresent() ? url : id.filter(text -> text.regionMatches(true, 0, "http", 0, 4));
            if (address.isPresent()) {
                entries.add(new Entry(address.get(), published, changed));
            }
        }

        private static Optional<String> text(JsonParser json) throws IOException {
            json.skipChildren();
            return Optional.ofNullable(json.getValueAsString())
                    .map(String::strip)
                    .filter(text -> !text.isEmpty() && text.length() <= XmlElements.MAX_TEXT);
        }
    }
}
