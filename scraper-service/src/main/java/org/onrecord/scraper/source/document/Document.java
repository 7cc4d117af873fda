package org.onrecord.scraper.source.document;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a URL of a source led to. Immutable. */
public sealed interface Document {

    /** A document that tells of pages. */
    sealed interface Listing extends Document {
        /** What a channel that is such a document is. */
        ChannelKind kind();

        /** The pages, in the document's order. */
        List<Entry> entries();
    }

    /**
     * RSS, Atom or JSON Feed.
     *
     * @param atMostEvery the feed's own wish, RSS' {@code ttl}
     */
    record Feed(ChannelKind kind, List<Entry> entries, Optional<Duration> atMostEvery) implements Listing {
        public Feed {
            entries = List.copyOf(entries);
        }
    }

    /** A sitemap of pages, a news sitemap included. */
    record Sitemap(List<Entry> entries) implements Listing {
        public Sitemap {
            entries = List.copyOf(entries);
        }

        @Override
        public ChannelKind kind() {
            return ChannelKind.SITEMAP;
        }
    }

    /** A sitemap of sitemaps. */
    record SitemapIndex(List<Child> children) implements Document {
        public SitemapIndex {
            children = List.copyOf(children);
        }
    }

    /**
     * A sitemap that an index names.
     *
     * @param url as it is written there, absolute or not
     * @param changedAt when the index says the sitemap was changed last
     */
    record Child(String url, Optional<Instant> changedAt) {}

    /**
     * A page for people.
     *
     * @param feeds absolute addresses of those that its head names
     */
    record Page(List<String> feeds) implements Document {
        public Page {
            feeds = List.copyOf(feeds);
        }
    }

    /**
     * Nothing that could be read.
     *
     * @param why in words for a person
     */
    record Unreadable(String why) implements Document {}
}
