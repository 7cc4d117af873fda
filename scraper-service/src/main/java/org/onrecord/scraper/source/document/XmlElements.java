package org.onrecord.scraper.source.document;

import java.io.Reader;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import io.quarkus.runtime.annotations.RegisterResourceBundle;

import org.onrecord.egress.AddressGuard;
import org.onrecord.egress.Target;

/**
 * Goes through the elements of an XML document from first to last, and keeps none. However a document is made, it takes memory
 * for its open elements and one text, and time linear in its length. Prefixes and {@code xml:base} are kept count of here, since
 * a parser that does it gives up at a prefix that nobody declared. Not thread-safe.
 *
 * <p>What the parser says of broken documents is in a bundle that a native build has to be told of.
 */
@RegisterResourceBundle(bundleName = "com.sun.org.apache.xerces.internal.impl.msg.XMLMessages", moduleName = "java.xml")
public final class XmlElements implements AutoCloseable {

    /** Of a text or an attribute that is asked for; the longest URL that is fetched has as many. */
    static final int MAX_TEXT = 8 << 10;

    /** Feeds and sitemaps need six. */
    private static final int MAX_DEPTH = 100;

    private static final int MAX_ATTRIBUTES = 200;
    private static final int MAX_NAME = 1000;
    /** Of elements, attributes and namespaces: the JDK's parser keeps every one as long as it reads. */
    private static final int MAX_NAMES = 2000;

    private static final String DECLARES = "xmlns";

    /** What feeds mean by a prefix that they do not declare. */
    private static final Map<String, String> USUAL = Map.of(
            "atom", "http://www.w3.org/2005/Atom",
            "dc", "http://purl.org/dc/elements/1.1/",
            "news", "http://www.google.com/schemas/sitemap-news/0.9");

    private final XMLStreamReader xml;
    private final Set<String> names = new HashSet<>();
    /** The namespaces of each prefix, the innermost last; the prefix of the default one is empty. */
    private final Map<String, Deque<String>> declared = new HashMap<>();
    /** Of the document and of each open element: what its references are relative to, and the prefixes that it declares. */
    private final List<Scope> scopes = new ArrayList<>();

    private record Scope(URI base, List<String> prefixes) {}

    /**
     * Begins before the first element.
     *
     * @param characters as they come; mended here
     * @param url where the document came from
     * @throws XMLStreamException if the document is broken from the beginning
     * @throws RefusedDocumentException if it goes beyond a bound
     */
    public XmlElements(Reader characters, URI url) throws XMLStreamException, RefusedDocumentException {
        this.xml = open(new MendedXml(characters));
        this.scopes.add(new Scope(url, List.of()));
    }

    /** The parser's own limits differ by JDK and its configuration, so they are said here. */
    private static XMLStreamReader open(Reader characters) throws XMLStreamException, RefusedDocumentException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
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
    public boolean next() throws XMLStreamException, RefusedDocumentException {
        do {
            step();
            if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
        } while (depth() > 0);
        return false;
    }

    /** How deep the element is nested, 1 for the root. */
    public int depth() {
        return scopes.size() - 1;
    }

    /** The element's name without prefix, as it is written. */
    public String name() {
        return local(xml.getLocalName());
    }

    /** Empty if it has none. */
    String namespace() {
        String prefix = prefix(xml.getLocalName());
        Deque<String> of = declared.get(prefix);
        return of != null && !of.isEmpty() ? of.getLast() : prefix.isEmpty() ? "" : USUAL.getOrDefault(prefix, prefix);
    }

    /** The value of an attribute, by its name without prefix; empty if there is none, or it is over {@link #MAX_TEXT}. */
    public Optional<String> attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (local(attributeName(i)).equals(name) && !DECLARES.equals(prefix(attributeName(i)))) {
                return Optional.of(xml.getAttributeValue(i).strip()).filter(value -> value.length() <= MAX_TEXT);
            }
        }
        return Optional.empty();
    }

    /** {@link #attribute}, as an address: absolute if the document says what it is relative to. */
    Optional<String> addressIn(String attribute) {
        URI base = base();
        return attribute(attribute).map(reference -> resolved(base, reference));
    }

    /** {@link #text}, likewise. */
    Optional<String> address() throws XMLStreamException, RefusedDocumentException {
        URI base = base();
        return text().map(reference -> resolved(base, reference));
    }

    private URI base() {
        return scopes.getLast().base();
    }

    private String resolved(URI base, String reference) {
        boolean said = !base.equals(scopes.getFirst().base());
        return said && AddressGuard.resolve(base, reference) instanceof Target target
                ? target.uri().toString()
                : reference;
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
        for (int outside = depth() - 1; depth() > outside; ) {
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
                case XMLStreamConstants.END_ELEMENT -> end();
                default -> {}
            }
        } catch (XMLStreamException e) {
            throw cause(e);
        }
    }

    private void begin() throws RefusedDocumentException {
        names.add(xml.getLocalName());
        URI base = base();
        List<String> prefixes = new ArrayList<>(0);
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String name = attributeName(i);
            String value = xml.getAttributeValue(i);
            names.add(name);
            if (name.equals(DECLARES) || prefix(name).equals(DECLARES)) {
                names.add(value);
                String prefix = name.equals(DECLARES) ? "" : local(name);
                declared.computeIfAbsent(prefix, any -> new ArrayDeque<>(1)).addLast(value);
                prefixes.add(prefix);
            } else if (name.equals("xml:base") && AddressGuard.resolve(base, value) instanceof Target target) {
                base = target.uri();
            }
        }
        scopes.add(new Scope(base, prefixes));
        if (depth() > MAX_DEPTH) {
            throw new RefusedDocumentException("nested deeper than %,d elements".formatted(MAX_DEPTH));
        }
        if (names.size() > MAX_NAMES) {
            throw new RefusedDocumentException("more than %,d different names".formatted(MAX_NAMES));
        }
    }

    private void end() {
        scopes.removeLast().prefixes().forEach(prefix -> declared.get(prefix).removeLast());
    }

    /** As it is written: of attributes the parser takes it apart, of elements it does not. */
    private String attributeName(int i) {
        String prefix = xml.getAttributePrefix(i);
        String local = xml.getAttributeLocalName(i);
        return prefix == null || prefix.isEmpty() ? local : prefix + ":" + local;
    }

    private static String prefix(String name) {
        return name.substring(0, Math.max(0, name.indexOf(':')));
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    @Override
    public void close() throws XMLStreamException {
        xml.close();
    }
}
