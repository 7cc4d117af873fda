package org.onrecord.scraper.source.document;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/**
 * Sitemaps, their indexes and the news extension (sitemaps.org), read element by element: of one that never ends, the first
 * entries; of one that breaks off, those before it does. Thread-safe.
 */
final class SitemapReader {

    /** Of the protocol: no sitemap has more. */
    private static final int MAX_ENTRIES = 50_000;
    /** Of all URLs together; twice what as many have on a news site. */
    private static final int MAX_CHARACTERS = 8 << 20;

    private static final String NEWS = "/sitemap-news/";

    /** Of the protocol's versions. */
    private static final String SITEMAPS = "/schemas/sitemap/";

    /** @param url where the sitemap came from */
    Document readXml(Reader characters, URI url) throws RefusedDocumentException {
        Listed listed = new Listed();
        try (XmlElements elements = new XmlElements(characters, url)) {
            listed.read(elements);
        } catch (XMLStreamException e) {
            // What a place said before its sitemap broke off.
            listed.end();
            if (listed.entries.isEmpty()) {
                return new Document.Unreadable("no sitemap that can be read: " + e.getMessage());
            }
        }
        return listed.index ? new Document.SitemapIndex(listed.children()) : new Document.Sitemap(listed.entries);
    }

    /** A URL a line. */
    Document readText(Reader characters) throws IOException {
        Listed listed = new Listed();
        StringBuilder line = new StringBuilder();
        for (int c = characters.read(); c >= 0 && !listed.isFull(); c = characters.read()) {
            if (c == '\n' || c == '\r') {
                listed.addLine(line);
            } else if (line.length() <= XmlElements.MAX_TEXT) {
                line.append((char) c);
            }
        }
        listed.addLine(line);
        return new Document.Sitemap(listed.entries);
    }

    /** What was read so far. */
    private static final class Listed {
        private final List<Entry> entries = new ArrayList<>();
        private boolean index;
        private Optional<Place> place = Optional.empty();
        private int places;
        private int characters;

        void read(XmlElements elements) throws XMLStreamException, RefusedDocumentException {
            if (!elements.next()) {
                return;
            }
            String namespace = elements.namespace();
            index = elements.name().equalsIgnoreCase("sitemapindex");
            while (elements.next()) {
                String other = elements.namespace();
                boolean own = other.equals(namespace) || other.isEmpty() || other.contains(SITEMAPS);
                if (place.isPresent() && elements.depth() <= place.get().depth) {
                    end();
                }
                if (isFull()) {
                    return;
                }
                if (place.isPresent()) {
                    place.get().take(elements, own);
                } else if (own && elements.name().equalsIgnoreCase(index ? "sitemap" : "url")) {
                    place = Optional.of(new Place(elements.depth()));
                }
            }
            end();
        }

        boolean isFull() {
            return places >= MAX_ENTRIES || characters >= MAX_CHARACTERS;
        }

        void end() {
            place.ifPresent(open -> {
                places++;
                open.url.ifPresent(url -> add(new Entry(url, open.published, open.changed)));
            });
            place = Optional.empty();
        }

        private void add(Entry entry) {
            characters += entry.url().length();
            entries.add(entry);
        }

        private void addLine(StringBuilder line) {
            // A byte order mark stands before the first.
            String url = line.toString().replaceFirst("^\uFEFF", "").strip();
            if (line.length() <= XmlElements.MAX_TEXT && url.regionMatches(true, 0, "http", 0, 4) && !isFull()) {
                places++;
                add(new Entry(url, Optional.empty(), Optional.empty()));
            }
            line.setLength(0);
        }

        List<Document.Child> children() {
            return entries.stream()
                    .map(entry -> new Document.Child(entry.url(), entry.changedAt()))
                    .toList();
        }
    }

    /** One page or one sitemap. */
    private static final class Place {
        private final int depth;
        private Optional<String> url = Optional.empty();
        private Optional<Instant> changed = Optional.empty();
        private Optional<Instant> published = Optional.empty();

        Place(int depth) {
            this.depth = depth;
        }

        void take(XmlElements elements, boolean own) throws XMLStreamException, RefusedDocumentException {
            boolean child = own && elements.depth() == depth + 1;
            switch (elements.name()) {
                case "loc" -> url = child && url.isEmpty() ? elements.text() : url;
                case "lastmod" -> changed = child && changed.isEmpty() ? date(elements) : changed;
                case "publication_date" ->
                    published = published.isEmpty() && elements.namespace().contains(NEWS) ? date(elements) : published;
                default -> {}
            }
        }

        private static Optional<Instant> date(XmlElements element) throws XMLStreamException, RefusedDocumentException {
            return element.text().flatMap(FeedDate::of);
        }
    }
}
