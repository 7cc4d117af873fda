package org.onrecord.scraper.source.document;

import java.io.Reader;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/**
 * RSS of all versions and Atom, read element by element: of a feed that never ends, the first entries; of one that breaks off,
 * those before it does. Elements go by namespace and name, whatever their prefixes. Thread-safe.
 */
final class FeedReader {

    private static final int MAX_ENTRIES = 5_000;
    /** RSS' ttl, in minutes; much more than any poll waits for. */
    private static final int LONGEST_TTL = 60 * 24 * 365;

    /** RSS 1.0 and 0.90, whose root has another namespace than its items, and what some have given to RSS 2.0. */
    private static final Set<String> RSS = Set.of(
            "http://purl.org/rss/1.0",
            "http://my.netscape.com/rdf/simple/0.9",
            "http://channel.netscape.com/rdf/simple/0.9",
            "http://backend.userland.com/rss2",
            "http://blogs.law.harvard.edu/tech/rss");

    /** Atom 1.0 and 0.3. */
    private static final Set<String> ATOM = Set.of("http://www.w3.org/2005/atom", "http://purl.org/atom/ns#");

    /** @param url where the feed came from */
    Document read(Reader characters, URI url) throws RefusedDocumentException {
        Feed feed = new Feed();
        try (XmlElements elements = new XmlElements(characters, url)) {
            feed.read(elements);
        } catch (XMLStreamException e) {
            // What an item said before its feed broke off.
            feed.endItem();
            if (feed.entries.isEmpty()) {
                return new Document.Unreadable("no feed that can be read: " + e.getMessage());
            }
        }
        return feed.begun
                ? new Document.Feed(feed.kind, feed.entries, feed.atMostEvery)
                : new Document.Unreadable("no feed that can be read: RSS without a channel");
    }

    /** What was read so far. */
    private static final class Feed {
        private final List<Entry> entries = new ArrayList<>();
        private ChannelKind kind = ChannelKind.RSS;
        private String namespace = "";
        private boolean begun;
        private int items;
        private Optional<FeedItem> item = Optional.empty();
        private Optional<Duration> atMostEvery = Optional.empty();

        void read(XmlElements elements) throws XMLStreamException, RefusedDocumentException {
            if (!elements.next()) {
                return;
            }
            namespace = elements.namespace();
            boolean atom = elements.name().equalsIgnoreCase("feed");
            kind = atom ? ChannelKind.ATOM : ChannelKind.RSS;
            begun = atom;
            int itemDepth = 0;
            while (elements.next()) {
                if (elements.depth() <= itemDepth) {
                    endItem();
                }
                if (items == MAX_ENTRIES) {
                    return;
                }
                boolean own = isOwn(elements);
                if (item.isPresent()) {
                    if (elements.depth() == itemDepth + 1) {
                        item.get().take(elements, own);
                    }
                } else if (own && elements.name().equalsIgnoreCase(atom ? "entry" : "item")) {
                    item = Optional.of(atom ? new FeedItem.OfAtom() : FeedItem.OfRss.begin(elements));
                    itemDepth = elements.depth();
                } else if (own && !atom) {
                    ofChannel(elements);
                }
            }
            endItem();
        }

        private boolean isOwn(XmlElements elements) {
            String other = elements.namespace();
            return other.isEmpty()
                    || other.equals(namespace)
                    || (kind == ChannelKind.ATOM ? ATOM : RSS).contains(likely(other));
        }

        private void ofChannel(XmlElements elements) throws XMLStreamException, RefusedDocumentException {
            switch (elements.name().toLowerCase(Locale.ROOT)) {
                case "channel" -> begun = true;
                case "ttl" ->
                    atMostEvery = elements.text()
                            .filter(text -> text.matches("\\d{1,9}"))
                            .map(text -> Math.min(LONGEST_TTL, Integer.parseInt(text)))
                            .filter(minutes -> minutes > 0)
                            .map(Duration::ofMinutes);
                default -> {}
            }
        }

        /** Namespaces are names; some write them as if they were addresses. */
        private static String likely(String namespace) {
            return namespace
                    .toLowerCase(Locale.ROOT)
                    .replaceFirst("^https:", "http:")
                    .replaceFirst("/$", "");
        }

        void endItem() {
            item.ifPresent(open -> {
                items++;
                begun = true;
                open.entry().ifPresent(entries::add);
            });
            item = Optional.empty();
        }
    }
}
