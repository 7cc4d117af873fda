package org.onrecord.scraper.source.document;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bytes of XML to characters: by byte order mark, by the form of the first bytes, by the XML declaration (XML 1.0, appendix F),
 * and by the Content-Type only where the document says nothing itself, since whoever wrote the document knows it better than
 * its server does. Bytes that fit no character become U+FFFD. Pure.
 */
public final class XmlCharacters {

    private static final Pattern DECLARED =
            Pattern.compile("<\\?xml\\s[^>]{0,200}?encoding\\s{0,20}=\\s{0,20}[\"']([A-Za-z0-9._-]{1,40})[\"']");
    private static final Pattern SERVED =
            Pattern.compile("charset\\s{0,20}=\\s{0,20}[\"']?([A-Za-z0-9._-]{1,40})", Pattern.CASE_INSENSITIVE);

    private XmlCharacters() {}

    /**
     * Its characters, decoded while they are read.
     *
     * @param document from its first byte
     * @param head the first bytes of the same document
     * @param contentType as the server says it
     */
    public static Reader of(InputStream document, byte[] head, Optional<String> contentType) {
        return new InputStreamReader(document, charset(head, contentType));
    }

    private static Charset charset(byte[] head, Optional<String> contentType) {
        if (startsWith(head, 0xFE, 0xFF) || startsWith(head, 0, '<')) {
            return StandardCharsets.UTF_16BE;
        }
        if (startsWith(head, 0xFF, 0xFE) || startsWith(head, '<', 0)) {
            return StandardCharsets.UTF_16LE;
        }
        if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        return named(DECLARED, new String(head, StandardCharsets.ISO_8859_1))
                .or(() -> contentType.flatMap(type -> named(SERVED, type)))
                .orElse(StandardCharsets.UTF_8);
    }

    private static Optional<Charset> named(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        try {
            return matcher.find()
                    ? Optional.of(Charset.forName(matcher.group(1))).filter(XmlCharacters::hasAscii)
                    : Optional.empty();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    /** A declaration that could be read byte by byte is not in UTF-16, whatever it says. */
    private static boolean hasAscii(Charset charset) {
        return "<".equals(new String(new byte[] {'<'}, charset));
    }

    private static boolean startsWith(byte[] head, int... mark) {
        if (head.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((head[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
