package org.onrecord.scraper.source;

import java.io.Reader;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import io.quarkus.runtime.annotations.RegisterResourceBundle;

/**
 * Goes through the elements of an XML document from first to last, and keeps none. However a document is made, it takes memory
 * for its open elements and one text, and time linear in its length. Not thread-safe.
 *
 * <p>What the parser says of broken documents is in a bundle that a native build has to be told of.
 */
@RegisterResourceBundle(bundleName = "com.sun.org.apache.xerces.internal.impl.msg.XMLMessages", moduleName = "java.xml")
final class XmlElements implements AutoCloseable {

    /** Of a text or an attribute that is asked for; the longest URL that is fetched has as many. */
    static final int MAX_TEXT = 8 << 10;

    /** Feeds and sitemaps need six. */
    private static final int MAX_DEPTH = 100;

    private static final int MAX_ATTRIBUTES = 200;
    private static final int MAX_NAME = 1000;
    /** Of elements, attributes and namespaces: the JDK's parser keeps every one as long as it reads. */
    private static final int MAX_NAMES = 2000;

    private final XMLStreamReader xml;
    private final Set<String> names = new HashSet<>();
    private int depth;

    /** @param characters as they come; mended here */
    XmlElements(Reader characters) throws XMLStreamException, RefusedDocumentException {
        this.xml = open(new MendedXml(characters));
    }

    /** The parser's own limits differ by JDK and its configuration, so they are said here. */
    private static XMLStreamReader open(Reader characters) throws XMLStreamException, RefusedDocumentException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty("jdk.xml.maxElementDepth", String.valueOf(MAX_DEPTH + 1));
        factory.setProperty("jdk.xml.elementAttributeLimit", String.valueOf(MAX_ATTRIBUTES));
        factory.setProperty("jdk.xml.maxXMLNameLimit", String.valueOf(MAX_NAME));
        // No entity is ever declared here; newer JDKs count text with escaped characters too, by 100,000 for a whole
        // feed.
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is fetched for a document");
        });
        try {
            return factory.createXMLStreamReader(characters);
        } catch (XMLStreamException e) {
            throw cause(e);
        }
    }

    private static XMLStreamException cause(XMLStreamException e) throws RefusedDocumentException {
        if (e.getNestedException() instanceof RefusedDocumentException refused) {
            throw refused;
        }
        return e;
    }

    /**
     * Goes to the next element that begins; whether there is one before the root ends.
     *
     * @throws XMLStreamException if the document is broken
     * @throws RefusedDocumentException if it goes beyond a bound
     */
    boolean next() throws XMLStreamException, RefusedDocumentException {
        do {
            step();
            if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
        } while (depth > 0);
        return false;
    }

    /** Of the element, 1 for the root. */
    int depth() {
        return depth;
    }

    /** Without prefix. */
    String name() {
        return xml.getLocalName();
    }

    /** Empty if it has none. */
    String namespace() {
        String namespace = xml.getNamespaceURI();
        return namespace == null ? "" : namespace;
    }

    /** By its name without prefix; empty if there is none, or it is over {@link #MAX_TEXT}. */
    Optional<String> attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return Optional.of(xml.getAttributeValue(i).strip()).filter(value -> value.length() <= MAX_TEXT);
            }
        }
        return Optional.empty();
    }

    /**
     * The text of the element and of those within it, to its end; empty if there is none, or it is over {@link #MAX_TEXT}.
     *
     * @throws XMLStreamException if the document is broken
     * @throws RefusedDocumentException if it goes beyond a bound
     */
    Optional<String> text() throws XMLStreamException, RefusedDocumentException {
        StringBuilder text = new StringBuilder();
        boolean whole = true;
        for (int outside = depth - 1; depth > outside; ) {
            step();
            if (xml.isCharacters() && whole) {
                whole = text.length() + xml.getTextLength() <= MAX_TEXT;
                text.append(whole ? xml.getText() : "");
            }
        }
        String stripped = text.toString().strip();
        return whole && !stripped.isEmpty() ? Optional.of(stripped) : Optional.empty();
    }

    private void step() throws XMLStreamException, RefusedDocumentException {
        try {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> begin();
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {}
            }
        } catch (XMLStreamException e) {
            throw cause(e);
        }
    }

    private void begin() throws RefusedDocumentException {
        depth++;
        names.add(written(xml.getPrefix(), xml.getLocalName()));
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            names.add(written(xml.getAttributePrefix(i), xml.getAttributeLocalName(i)));
        }
        for (int i = 0; i < xml.getNamespaceCount(); i++) {
            names.add(xml.getNamespacePrefix(i));
            names.add(xml.getNamespaceURI(i));
        }
        if (depth > MAX_DEPTH) {
            throw new RefusedDocumentException("nested deeper than %,d elements".formatted(MAX_DEPTH));
        }
        if (names.size() > MAX_NAMES) {
            throw new RefusedDocumentException("more than %,d different names".formatted(MAX_NAMES));
        }
    }

    private static String written(String prefix, String name) {
        return prefix == null || prefix.isEmpty() ? name : prefix + ":" + name;
    }

    @Override
    public void close() throws XMLStreamException {
        xml.close();
    }
}
