package org.onrecord.scraper.extract.page;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bytes to characters, in the order of the HTML standard (13.2.3.2): byte order mark, content type, {@code meta} in the
 * first 4,096 bytes. Bytes that are valid UTF-8 are UTF-8 whatever else is declared: text of another charset is practically
 * never valid UTF-8 by accident, whereas wrong declarations are common.
 */
public final class PageDecoder {
    private static final int PRESCAN_BYTES = 4096;
    private static final Pattern CHARSET =
            Pattern.compile("charset\\s*+=\\s*+[\"']?+\\s*+([A-Za-z0-9_:.\\-]{2,40})", Pattern.CASE_INSENSITIVE);
    private static final int WELL_FORMED_PER_MALFORMED = 5;

    private PageDecoder() {}

    /** The characters of the page; never fails: bytes that fit no charset become U+FFFD. */
    public static String decode(byte[] page, Optional<String> contentType) {
        if (startsWith(page, 0xEF, 0xBB, 0xBF)) {
            return new String(page, 3, page.length - 3, StandardCharsets.UTF_8);
        }
        if (startsWith(page, 0xFE, 0xFF)) {
            return new String(page, 2, page.length - 2, StandardCharsets.UTF_16BE);
        }
        if (startsWith(page, 0xFF, 0xFE)) {
            return new String(page, 2, page.length - 2, StandardCharsets.UTF_16LE);
        }
        Optional<Charset> declared =
                contentType.flatMap(PageDecoder::charsetOfHeader).or(() -> MetaCharset.in(page, PRESCAN_BYTES));
        if (declared.isPresent() && isEscaped(declared.get())) {
            return new String(page, declared.get());
        }
        Optional<String> unicode = Utf8.decode(page);
        if (unicode.isPresent()) {
            return unicode.get();
        }
        if (isMeantAsUtf8(page)) {
            return new String(page, StandardCharsets.UTF_8);
        }
        Charset other = declared.filter(charset -> !charset.equals(StandardCharsets.UTF_8))
                .orElse(Charsets.WINDOWS_1252);
        return new String(page, other);
    }

    /** Text of such a charset is valid ASCII all the same. */
    private static boolean isEscaped(Charset charset) {
        return charset.name().startsWith("ISO-2022") || charset.name().startsWith("UTF-16");
    }

    /**
     * Whether the bytes are UTF-8 but for a few: a page that was cut within a character, or into which bytes of another
     * charset were copied. In text of another charset nearly no sequence is well-formed.
     */
    private static boolean isMeantAsUtf8(byte[] page) {
        int wellFormed = 0;
        int malformed = 0;
        int at = 0;
        while (at < page.length) {
            int length = page[at] >= 0 ? 1 : Utf8.sequence(page, at);
            wellFormed += length > 1 ? 1 : 0;
            malformed += length == 0 ? 1 : 0;
            at += Math.max(1, length);
        }
        return malformed == 0 || wellFormed >= WELL_FORMED_PER_MALFORMED * malformed;
    }

    private static Optional<Charset> charsetOfHeader(String contentType) {
        Matcher matcher = CHARSET.matcher(contentType);
        return matcher.find() ? Charsets.of(matcher.group(1)) : Optional.empty();
    }

    private static boolean startsWith(byte[] page, int... mark) {
        if (page.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((page[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
