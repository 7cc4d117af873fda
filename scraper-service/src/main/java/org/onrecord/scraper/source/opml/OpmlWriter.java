package org.onrecord.scraper.source.opml;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import org.onrecord.scraper.source.Source;
import org.onrecord.scraper.source.document.ChannelKind;

/**
 * Writes sources as a list of subscriptions (OPML 2.0). Feed readers find a feed in each outline that has one; the attribute
 * {@code onrecord:source} says what was added, so that a list that is read in again gives the same sources.
 */
final class OpmlWriter {

    static final String SOURCE = "source";
    private static final String PREFIX = "onrecord";
    private static final String NAMESPACE = "https://onrecord.org/opml";
    private static final Set<ChannelKind> FEEDS = Set.of(ChannelKind.RSS, ChannelKind.ATOM, ChannelKind.JSON_FEED);
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private OpmlWriter() {}

    static byte[] write(List<Source> sources) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = FACTORY.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeStartElement("opml");
            xml.writeNamespace(PREFIX, NAMESPACE);
            xml.writeAttribute("version", "2.0");
            xml.writeStartElement("head");
            xml.writeStartElement("title");
            xml.writeCharacters("Sources of Onrecord");
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeStartElement("body");
            for (Source source : sources) {
                write(xml, source);
            }
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("memory takes every byte", e);
        }
        return out.toByteArray();
    }

    private static void write(XMLStreamWriter xml, Source source) throws XMLStreamException {
        Optional<String> feed = source.channels().stream()
                .filter(channel -> FEEDS.contains(channel.kind()))
                .map(Source.Listed::url)
                .findFirst();
        xml.writeEmptyElement("outline");
        xml.writeAttribute(
                "text", Optional.ofNullable(URI.create(source.url()).getHost()).orElse(source.url()));
        if (feed.isPresent()) {
            xml.writeAttribute("type", "rss");
            xml.writeAttribute("xmlUrl", feed.get());
        }
        if (feed.isEmpty() || !feed.get().equals(source.url())) {
            xml.writeAttribute("htmlUrl", source.url());
        }
        xml.writeAttribute(PREFIX, NAMESPACE, SOURCE, source.url());
    }
}
