package org.onrecord.scraper.source.document;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/** What is read of one item of a feed; the first word on each matter counts. Not thread-safe. */
sealed interface FeedItem {

    /** @param own whether the element is one of the feed's format, not of an extension */
    void take(XmlElements element, boolean own) throws XMLStreamException, RefusedDocumentException;

    /** Empty if it has no address. */
    Optional<Entry> entry();

    private static Optional<Instant> date(XmlElements element) throws XMLStreamException, RefusedDocumentException {
        return element.text().flatMap(FeedDate::of);
    }

    private static Optional<String> asAddress(Optional<String> name) {
        return name.filter(text -> text.regionMatches(true, 0, "http", 0, 4));
    }

    /** Of RSS 0.9x, 1.0 and 2.0. */
    final class OfRss implements FeedItem {
        private static final String DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";

        private final Optional<String> about;
        private Optional<String> link = Optional.empty();
        private Optional<String> atomLink = Optional.empty();
        private Optional<String> guid = Optional.empty();
        private Optional<Instant> published = Optional.empty();
        private Optional<Instant> dublinCore = Optional.empty();

        private OfRss(Optional<String> about) {
            this.about = about;
        }

        /** RSS 1.0 names an item's page in its tag too. */
        static FeedItem begin(XmlElements item) {
            return new OfRss(item.attribute("about"));
        }

        @Override
        public void take(XmlElements element, boolean own) throws XMLStreamException, RefusedDocumentException {
            String name = element.name().toLowerCase(Locale.ROOT);
            if (!own) {
                if (dublinCore.isEmpty()
                        && name.equals("date")
                        && element.namespace().equals(DUBLIN_CORE)) {
                    dublinCore = date(element);
                }
                if (atomLink.isEmpty()
                        && name.equals("link")
                        && element.namespace().equals(OfAtom.NAMESPACE)) {
                    atomLink = OfAtom.alternate(element);
                }
                return;
            }
            switch (name) {
                case "link" -> link = link.isPresent() ? link : page(element);
                case "guid" -> guid = guid.isPresent() ? guid : permalink(element);
                case "pubdate" -> published = published.isPresent() ? published : date(element);
                default -> {}
            }
        }

        /** Some write a link as Atom does. */
        private static Optional<String> page(XmlElements link) throws XMLStreamException, RefusedDocumentException {
            Optional<String> attribute = OfAtom.alternate(link);
            return link.address().or(() -> attribute);
        }

        /** A guid is the address of its page unless it says otherwise (RSS 2.0). */
        private static Optional<String> permalink(XmlElements guid)
                throws XMLStreamException, RefusedDocumentException {
            boolean name = guid.attribute("isPermaLink")
                    .filter("false"::equalsIgnoreCase)
                    .isPresent();
            Optional<String> text = guid.text();
            return name ? Optional.empty() : asAddress(text);
        }

        @Override
        public Optional<Entry> entry() {
            return link.or(() -> atomLink)
                    .or(() -> guid)
                    .or(() -> asAddress(about))
                    .map(url -> new Entry(url, published.or(() -> dublinCore), Optional.empty()));
        }
    }

    /** Of Atom 0.3 and 1.0. */
    final class OfAtom implements FeedItem {
        private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

        private Optional<String> page = Optional.empty();
        private Optional<String> id = Optional.empty();
        private Optional<Instant> published = Optional.empty();
        private Optional<Instant> updated = Optional.empty();

        @Override
        public void take(XmlElements element, boolean own) throws XMLStreamException, RefusedDocumentException {
            if (!own) {
                return;
            }
            switch (element.name()) {
                case "link" -> page = page.isPresent() ? page : alternate(element);
                case "id" -> id = id.isPresent() ? id : element.text();
                // Atom 0.3 has "issued" and "modified", and "created" where neither is told.
                case "published", "issued" -> published = date(element);
                case "created" -> published = published.isPresent() ? published : date(element);
                case "updated", "modified" -> updated = updated.isPresent() ? updated : date(element);
                default -> {}
            }
        }

        /** RFC 4287 4.2.7.2: a link that does not say what it is leads to the page. */
        private static Optional<String> alternate(XmlElements link) {
            String relation = link.attribute("rel").orElse("").toLowerCase(Locale.ROOT);
            return relation.isEmpty() || relation.equals("alternate") || relation.endsWith("/relation/alternate")
                    ? link.addressIn("href").filter(href -> !href.isEmpty())
                    : Optional.empty();
        }

        @Override
        public Optional<Entry> entry() {
            return page.or(() -> asAddress(id)).map(url -> new Entry(url, published, updated));
        }
    }
}
