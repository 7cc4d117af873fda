package org.onrecord.api.feed;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import org.onrecord.api.feed.Feed.Entry;

/** Writes feeds as Atom (RFC 4287). */
final class AtomWriter {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private AtomWriter() {}

    /** @param self where the feed is asked for, without a key */
    static byte[] write(Feed feed, URI self) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = FACTORY.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.setDefaultNamespace(ATOM);
            xml.writeStartElement(ATOM, "feed");
            xml.writeDefaultNamespace(ATOM);
            id(xml, feed.id());
            text(xml, "title", feed.title());
            date(xml, "updated", feed.updated());
            // Of entries that name no author (section 4.1.2).
            person(xml, "Onrecord");
            link(xml, "self", self.toString(), "application/atom+xml");
            link(xml, "alternate", feed.page().toString(), "text/html");
            for (Entry entry : feed.entries()) {
                write(xml, entry);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("memory takes every byte", e);
        }
        return out.toByteArray();
    }

    private static void write(XMLStreamWriter xml, Entry entry) throws XMLStreamException {
        xml.writeStartElement(ATOM, "entry");
        id(xml, entry.id());
        text(xml, "title", entry.title());
        date(xml, "published", entry.published());
        date(xml, "updated", entry.updated());
        List<String> speakers = entry.speakers();
        for (String speaker : speakers) {
            person(xml, speaker);
        }
        link(xml, "alternate", entry.link(), "text/html");
        link(xml, "related", entry.evidence().toString(), "text/html");
        xml.writeStartElement(ATOM, "content");
        xml.writeAttribute("type", "html");
        xml.writeCharacters(entry.html());
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void id(XMLStreamWriter xml, UUID id) throws XMLStreamException {
        text(xml, "id", "urn:uuid:" + id);
    }

    private static void date(XMLStreamWriter xml, String name, Instant moment) throws XMLStreamException {
        text(xml, name, moment.toString());
    }

    private static void person(XMLStreamWriter xml, String name) throws XMLStreamException {
        xml.writeStartElement(ATOM, "author");
        text(xml, "name", name);
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String relation, String to, String type) throws XMLStreamException {
        xml.writeEmptyElement(ATOM, "link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", to);
    }

    private static void text(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(ATOM, name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
