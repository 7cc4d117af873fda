package org.onrecord.scraper.source.document;

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
import com.fasterxml.jackson.core.json.JsonReadFeature;

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
            // As sites write it by hand: a wrong key in a text is no reason to lose the feed.
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
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
                    isOne = Item.text(json)
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
            Item item = new Item();
            try {
                item.read(json);
            } finally {
                // What an item said before its feed broke off counts too.
                item.entry().ifPresent(entries::add);
            }
        }
    }

    private static final class Item {
        private Optional<String> url = Optional.empty();
        private Optional<String> external = Optional.empty();
        private Optional<String> id = Optional.empty();
        private Optional<Instant> published = Optional.empty();
        private Optional<Instant> changed = Optional.empty();

        void read(JsonParser json) throws IOException {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                json.nextToken();
                switch (field) {
                    case "url" -> url = text(json);
                    case "external_url" -> external = text(json);
                    case "id" -> id = text(json);
                    case "date_published" -> published = text(json).flatMap(FeedDate::of);
                    case "date_modified" -> changed = text(json).flatMap(FeedDate::of);
                    default -> json.skipChildren();
                }
            }
        }

        /** A page of the site's own goes before the one elsewhere that it tells of; an id that is no address is a name. */
        Optional<Entry> entry() {
            return url.or(() -> external)
                    .or(() -> id.filter(text -> text.regionMatches(true, 0, "http", 0, 4)))
                    .map(address -> new Entry(address, published, changed));
        }

        private static Optional<String> text(JsonParser json) throws IOException {
            json.skipChildren();
            return Optional.ofNullable(json.getValueAsString())
                    .map(String::strip)
                    .filter(text -> !text.isEmpty() && text.length() <= XmlElements.MAX_TEXT);
        }
    }
}
