package org.onrecord.scraper.source.opml;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

import org.onrecord.scraper.source.RejectedSourceException;
import org.onrecord.scraper.source.document.RefusedDocumentException;
import org.onrecord.scraper.source.document.XmlCharacters;
import org.onrecord.scraper.source.document.XmlElements;

/**
 * Reads lists of subscriptions (OPML 2.0, opml.org/spec2.opml), nested however they are. Outlines that only hold others are folders, and
 * no sources. Nothing is fetched for a document, and no entity of it is resolved. Pure and thread-safe.
 */
final class OpmlReader {

    /** More than any list that somebody keeps by hand. */
    private static final int MOST = 2000;

    private static final int DECLARATION = 4096;
    private static final URI NOWHERE = URI.create("https://opml.invalid/");

    /** What lists of feeds are about; an outline of another type is a note. */
    private static final List<String> ADDRESSES =
            List.of(OpmlWriter.SOURCE, "xmlUrl", "xmlurl", "htmlUrl", "htmlurl", "url");

    /**
     * An outline that is to be a source.
     *
     * @param title what the list calls it; "" if it does not
     * @param url as it stands there; empty if there is none
     */
    record Outline(String title, Optional<String> url) {}

    /**
     * @param document of which the caller bounded the size
     * @throws RejectedSourceException if it is no OPML, is broken, or has too many outlines
     */
    List<Outline> read(byte[] document, Optional<String> contentType) {
        byte[] head = Arrays.copyOf(document, Math.min(document.length, DECLARATION));
        try (XmlElements elements =
                new XmlElements(XmlCharacters.of(new ByteArrayInputStream(document), head, contentType), NOWHERE)) {
            if (!elements.next() || !elements.name().equalsIgnoreCase("opml")) {
                throw new RejectedSourceException("Send OPML: a document whose first element is opml.");
            }
            return outlines(elements);
        } catch (XMLStreamException | RefusedDocumentException e) {
            throw new RejectedSourceException("Send OPML that can be read; nothing was added of this, which is broken: "
                    + e.getMessage().replaceAll("\\s+", " "));
        }
    }

    private static List<Outline> outlines(XmlElements elements) throws XMLStreamException, RefusedDocumentException {
        List<Outline> found = new ArrayList<>();
        Optional<Outline> withoutUrl = Optional.empty();
        int depth = 0;
        boolean more = elements.next();
        while (more) {
            if (elements.name().toLowerCase(Locale.ROOT).equals("outline")) {
                // What the next outline does not stand in was no folder.
                if (withoutUrl.isPresent() && elements.depth() <= depth) {
                    found.add(withoutUrl.get());
                }
                Outline outline = outline(elements);
                depth = elements.depth();
                withoutUrl = outline.url().isEmpty() ? Optional.of(outline) : Optional.empty();
                outline.url().ifPresent(url -> found.add(outline));
            }
            if (found.size() > MOST) {
                throw new RejectedSourceException(
                        "Send at most " + MOST + " outlines at a time; nothing was added of these.");
            }
            more = elements.next();
        }
        withoutUrl.ifPresent(found::add);
        return found;
    }

    private static Outline outline(XmlElements elements) {
        String title =
                elements.attribute("title").or(() -> elements.attribute("text")).orElse("");
        return new Outline(
                title,
                ADDRESSES.stream()
                        .flatMap(name -> elements.attribute(name).stream())
                        .filter(value -> !value.isEmpty())
                        .findFirst());
    }
}
