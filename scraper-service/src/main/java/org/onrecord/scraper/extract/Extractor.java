package org.onrecord.scraper.extract;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.onrecord.contracts.Article;
import org.onrecord.scraper.extract.page.BinaryData;
import org.onrecord.scraper.extract.page.PageDecoder;
import org.onrecord.scraper.extract.page.PageReader;
import org.onrecord.scraper.extract.page.TooManyNodesException;
import org.onrecord.scraper.extract.page.Xhtml;

/** Reads the article out of a page or a text. Stateless and thread-safe; takes time linear in the input's length. */
public final class Extractor {
    /** Name and version, for {@link Article#extractor()}. */
    public static final String VERSION = "onrecord-extract/1";

    /** The longest page that is read, in bytes. */
    public static final int MAX_PAGE_BYTES = 16 * 1024 * 1024;

    /** Read by the rules of XML. */
    private static final Set<String> XML = Set.of("application/xhtml+xml", "application/xml", "text/xml");

    private static final String HTML = "text/html";
    private static final String PLAIN_TEXT = "text/plain";

    /** What servers say of anything at all: the bytes tell more. */
    private static final Set<String> SAYS_NOTHING =
            Set.of("", "application/octet-stream", "binary/octet-stream", "*/*");

    private final PageExtractor pages = new PageExtractor();
    private final TextExtractor texts = new TextExtractor();

    /**
     * The article of a page.
     *
     * @param page its bytes: HTML, or plain text if its content type says so
     * @param contentType the value of the header, with or without a charset
     * @param url where it was fetched, for dates and relative links
     */
    public Extraction extract(byte[] page, Optional<String> contentType, Optional<URI> url) {
        return extract(page, contentType, url, PageReader.MAX_NODES);
    }

    /**
     * The same with a smaller tree.
     *
     * @param mostNodes of the tree, at most {@link PageReader#MAX_NODES}; a larger one is {@link TooManyNodes}
     */
    public Extraction extract(byte[] page, Optional<String> contentType, Optional<URI> url, int mostNodes) {
        if (page.length > MAX_PAGE_BYTES) {
            return new TooLong(page.length, MAX_PAGE_BYTES);
        }
        String type = mediaType(contentType);
        boolean plain = type.equals(PLAIN_TEXT);
        if (!plain && !type.equals(HTML) && !XML.contains(type) && !SAYS_NOTHING.contains(type)) {
            return new Unreadable(Unreadable.Cause.CONTENT_TYPE);
        }
        if (BinaryData.isIn(page)) {
            return new Unreadable(Unreadable.Cause.BINARY);
        }
        String decoded = PageDecoder.decode(page, contentType);
        String html = XML.contains(type) ? Xhtml.asHtml(decoded) : decoded;
        if (decoded.isBlank()) {
            return new Unreadable(Unreadable.Cause.EMPTY);
        }
        return bounded(() -> plain ? texts.extract(decoded, Optional.empty()) : pages.extract(html, url, mostNodes));
    }

    /**
     * The article of a text that was scraped before: its paragraphs word for word, what is not the article taken out.
     *
     * @param text paragraphs divided by blank lines, or one a line
     * @param url where it came from
     * @param title its headline; otherwise the first line if it reads like one
     */
    public Extraction extractText(String text, Optional<URI> url, Optional<String> title) {
        if (text.length() > MAX_PAGE_BYTES) {
            return new TooLong(text.length(), MAX_PAGE_BYTES);
        }
        return text.isBlank() ? new Unreadable(Unreadable.Cause.EMPTY) : bounded(() -> texts.extract(text, title));
    }

    private static Extraction bounded(Supplier<Extraction> extraction) {
        try {
            return capped(extraction.get());
        } catch (TooManyNodesException e) {
            return new TooManyNodes(e.limit(), e.unit());
        }
    }

    private static Extraction capped(Extraction extraction) {
        if (extraction instanceof ExtractedArticle article && article.text().length() > Article.MAX_TEXT_LENGTH) {
            return new TooLong(article.text().length(), Article.MAX_TEXT_LENGTH);
        }
        return extraction;
    }

    private static String mediaType(Optional<String> contentType) {
        String type = contentType.orElse("");
        int parameters = type.indexOf(';');
        return (parameters < 0 ? type : type.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }
}
