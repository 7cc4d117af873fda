package org.onrecord.api.feed;

import java.net.URI;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.quarkus.runtime.annotations.RegisterForReflection;

import org.onrecord.api.feed.Feed.Entry;

/**
 * A feed as JSON Feed 1.1 has it.
 *
 * @param version of the format
 * @param title of the whole
 * @param homePageUrl what a person opens to see the same
 * @param feedUrl where the feed is asked for, without a key
 * @param items the newest first
 */
@RegisterForReflection
record JsonFeed(
        String version,
        String title,
        @JsonProperty("home_page_url") String homePageUrl,
        @JsonProperty("feed_url") String feedUrl,
        List<Item> items) {

    private static final String VERSION = "https://jsonfeed.org/version/1.1";

    /**
     * A statement.
     *
     * @param id stays the same when its article is read anew
     * @param url of the page with what shows it
     * @param externalUrl of the article where it was printed
     * @param title who said it, and how it begins
     * @param contentHtml its words and where they were printed
     * @param datePublished when it was printed
     * @param dateModified when it was stored or changed last
     * @param authors who said it
     */
    @RegisterForReflection
    record Item(
            String id,
            String url,
            @JsonProperty("external_url") String externalUrl,
            String title,
            @JsonProperty("content_html") String contentHtml,
            @JsonProperty("date_published") Instant datePublished,
            @JsonProperty("date_modified") Instant dateModified,
            List<Author> authors) {}

    /** Somebody who said it, by name. */
    @RegisterForReflection
    record Author(String name) {}

    static JsonFeed of(Feed feed, URI self) {
        return new JsonFeed(
                VERSION,
                feed.title(),
                feed.page().toString(),
                self.toString(),
                feed.entries().stream().map(JsonFeed::item).toList());
    }

    private static Item item(Entry entry) {
        return new Item(
                "urn:uuid:" + entry.id(),
                entry.evidence().toString(),
                entry.link(),
                entry.title(),
                entry.html(),
                entry.published(),
                entry.updated(),
                entry.speakers().stream().map(Author::new).toList());
    }
}
