package org.onrecord.local.demo;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The pages that the seed site's feed announces. */
final class SeedFeed {
    private SeedFeed() {}

    /** Reads the link of each item of an RSS 2.0 feed, in the feed's order. */
    static List<URI> read(URI feed) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        List<URI> links = new ArrayList<>();
        try (InputStream in = feed.toURL().openStream()) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            boolean inItem = false;
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("item")) {
                    inItem = true;
                } else if (event == XMLStreamReader.END_ELEMENT
                        && xml.getLocalName().equals("item")) {
                    inItem = false;
                } else if (event == XMLStreamReader.START_ELEMENT
                        && inItem
                        && xml.getLocalName().equals("link")) {
                    links.add(URI.create(xml.getElementText().strip()));
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException("the feed " + feed + " is not XML", e);
        }
        return links;
    }
}
