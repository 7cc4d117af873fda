package org.onrecord.scraper.source.document;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * From bytes to what they are. Looks at the bytes alone, since servers send feeds as {@code text/html} and worse. Nothing is
 * built of a document but its list: it takes memory for that list and for one element, and time linear in its length. Only
 * sitemaps are unpacked, while they are read, up to a cap. Pure and thread-safe.
 */
public final class DocumentReader {

    /** Of what is looked at to tell the kinds apart: comments and processing instructions may come first. */
    private static final int HEAD = 32 << 10;

    /** Of what is looked at for a charset. */
    private static final int DECLARATION = 4096;

    private static final int BUFFER = 8 << 10;

    private final FeedReader feeds = new FeedReader();
    private final SitemapReader sitemaps = new SitemapReader();
    private final JsonFeedReader jsonFeeds = new JsonFeedReader();
    private final int maxBytes;

    /** @param maxBytes of a sitemap that comes as a gzip file, after decompression */
    public DocumentReader(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /**
     * Reads a document. What is broken or goes beyond a bound comes as {@link Document.Unreadable}, or as what it told before.
     *
     * @param file as it was fetched
     * @param contentType as the server says it, for its charset alone
     * @param url where the document came from, which its references are relative to
     */
    public Document read(byte[] file, Optional<String> contentType, URI url) {
        try {
            return isGzip(file) ? readPacked(file, contentType, url) : readPlain(file, contentType, url);
        } catch (IOException e) {
            return new Document.Unreadable(e.getMessage());
        }
    }

    private Document readPlain(byte[] file, Optional<String> contentType, URI url) throws IOException {
        InputStream body = new ByteArrayInputStream(file);
        byte[] head = Arrays.copyOf(file, Math.min(file.length, HEAD));
        String text = text(head);
        if (text.startsWith("{")) {
            return jsonFeeds.read(body);
        }
        return switch (rootElement(text)) {
            case "rss", "rdf", "feed" -> feeds.read(characters(body, head, contentType), url);
            case "urlset", "sitemapindex" -> sitemaps.readXml(characters(body, head, contentType), url);
            default ->
                text.startsWith("http")
                        ? sitemaps.readText(new BufferedReader(characters(body, head, contentType)))
                        : AlternateLinks.of(file, contentType, url);
        };
    }

    /** A sitemap may be a gzip file by itself, whatever the coding of its transport (sitemaps.org). */
    private Document readPacked(byte[] file, Optional<String> contentType, URI url) throws IOException {
        InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(file), BUFFER);
        InputStream body = new BufferedInputStream(new CappedStream(unpacked, maxBytes), BUFFER);
        body.mark(HEAD);
        byte[] head = body.readNBytes(HEAD);
        body.reset();
        String text = text(head);
        return switch (rootElement(text)) {
            case "urlset", "sitemapindex" -> sitemaps.readXml(characters(body, head, contentType), url);
            default ->
                text.startsWith("http")
                        ? sitemaps.readText(new BufferedReader(characters(body, head, contentType)))
                        : new Document.Unreadable("a gzip file, and no sitemap in it");
        };
    }

    private static Reader characters(InputStream body, byte[] head, Optional<String> contentType) {
        return XmlCharacters.of(body, Arrays.copyOf(head, Math.min(head.length, DECLARATION)), contentType);
    }

    /** Whether a document comes as a gzip file. */
    public static boolean isGzip(byte[] file) {
        return file.length > 2 && file[0] == 0x1f && file[1] == (byte) 0x8b;
    }

    /** The beginning without byte order mark, white space and, for UTF-16, zero bytes: its letters are ASCII. */
    private static String text(byte[] head) {
        String latin = new String(head, StandardCharsets.ISO_8859_1);
        int start = 0;
        while (start < latin.length() && "\u00ef\u00bb\u00bf\u00fe\u00ff\0 \t\r\n".indexOf(latin.charAt(start)) >= 0) {
            start++;
        }
        return latin.substring(start).replace("\0", "").toLowerCase(Locale.ROOT);
    }

    /** The name of the first element, without its prefix, in lower case; empty if none begins within the head. */
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
                while (end < head.length()
                        && head.charAt(end) > ' '
                        && head.charAt(end) != '/'
                        && head.charAt(end) != '>') {
                    end++;
                }
                return head.substring(Math.max(at, head.lastIndexOf(':', end - 1)) + 1, end);
            }
            while (at < head.length() && Character.isWhitespace(head.charAt(at))) {
                at++;
            }
        }
        return "";
    }

    /** A document type declaration may hold others in brackets, and each of them brackets and angles in quotes. */
    private static int afterDeclaration(String head, int from) {
        boolean inBrackets = false;
        int at = from;
        while (at < head.length()) {
            char c = head.charAt(at);
            if (head.startsWith("<!--", at)) {
                at = after(head, "-->", at);
                continue;
            }
            if (c == '"' || c == '\'') {
                at = after(head, String.valueOf(c), at + 1);
                continue;
            }
            at++;
            if (c == '>' && !inBrackets) {
                return at;
            }
            inBrackets = c == '[' || c != ']' && inBrackets;
        }
        return at;
    }

    private static int after(String head, String end, int from) {
        int at = head.indexOf(end, from);
        return at < 0 ? head.length() : at + end.length();
    }
}
