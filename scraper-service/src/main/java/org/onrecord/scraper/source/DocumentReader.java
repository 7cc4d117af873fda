package org.onrecord.scraper.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * From bytes to what they are. Looks at the bytes alone, since servers send feeds as {@code text/html} and worse. Bounded:
 * compressed sitemaps by the cap, nesting by the parsers, XML without document type declarations. Pure and thread-safe.
 */
final class DocumentReader {

    /** Of what is looked at to tell the kinds apart: comments and processing instructions may come first. */
    private static final int HEAD = 4096;

    private final FeedReader feeds = new FeedReader();
    private final SitemapReader sitemaps = new SitemapReader();
    private final JsonFeedReader jsonFeeds;
    private final int maxBytes;

    /** @param maxBytes of a document that comes as a gzip file, after decompression */
    DocumentReader(ObjectMapper json, int maxBytes) {
        this.jsonFeeds = new JsonFeedReader(json);
        this.maxBytes = maxBytes;
    }

    Document read(byte[] file, Optional<String> contentType, URI url) {
        try {
            byte[] body = isGzip(file) ? gunzip(file) : file;
            String head = head(body);
            if (head.startsWith("{")) {
                return jsonFeeds.read(body);
            }
            return switch (rootElement(head)) {
                case "rss", "rdf:rdf", "feed" -> feeds.read(body, contentType);
                case "urlset", "sitemapindex" -> sitemaps.readXml(body, url);
                default ->
                    head.startsWith("http") ? sitemaps.readText(body, url) : AlternateLinks.of(body, contentType, url);
            };
        } catch (IOException e) {
            return new Document.Unreadable(e.getMessage());
        }
    }

    private static boolean isGzip(byte[] file) {
        return file.length > 2 && file[0] == 0x1f && file[1] == (byte) 0x8b;
    }

    /** A sitemap may be a gzip file by itself, whatever the coding of its transport. */
    private byte[] gunzip(byte[] file) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(file))) {
            byte[] body = in.readNBytes(maxBytes + 1);
            if (body.length > maxBytes) {
                throw new IOException("unpacked, it is over %,d bytes".formatted(maxBytes));
            }
            return body;
        }
    }

    /** The beginning without byte order mark, white space and, for UTF-16, zero bytes: its letters are ASCII. */
    private static String head(byte[] body) {
        String latin = new String(body, 0, Math.min(body.length, HEAD), StandardCharsets.ISO_8859_1);
        int start = 0;
        while (start < latin.length() && "\u00ef\u00bb\u00bf\u00fe\u00ff\0 \t\r\n".indexOf(latin.charAt(start)) >= 0) {
            start++;
        }
        return latin.substring(start).replace("\0", "").toLowerCase(Locale.ROOT);
    }

    /** The name of the first element in lower case; empty if none begins within the head. */
    private static String rootElement(String head) {
        int at = 0;
        while (at < head.length() && head.charAt(at) == '<') {
            if (head.startsWith("<!--", at)) {
                at = after(head, "-->", at);
            } else if (head.startsWith("<?", at)) {
                at = after(head, "?>", at);
            } else if (head.startsWith("<!", at)) {
                at = afterDeclaration(head, at);
            } else {
                int end = at + 1;
                while (end < head.length() && " \t\r\n/>".indexOf(head.charAt(end)) < 0) {
                    end++;
                }
                return head.substring(at + 1, end);
            }
            while (at < head.length() && Character.isWhitespace(head.charAt(at))) {
                at++;
            }
        }
        return "";
    }

    /** A document type declaration may hold others in brackets. */
    private static int afterDeclaration(String head, int from) {
        int end = after(head, ">", from);
        int bracket = head.indexOf('[', from);
        return bracket < 0 || bracket > end ? end : after(head, ">", after(head, "]", bracket));
    }

    private static int after(String head, String end, int from) {
        int at = head.indexOf(end, from);
        return at < 0 ? head.length() : at + end.length();
    }
}
