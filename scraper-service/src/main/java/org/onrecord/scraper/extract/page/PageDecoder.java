package org.onrecord.scraper.extract.page;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bytes to characters, in the order of the HTML standard (13.2.3.2): byte order mark, content type, {@code meta} in the
 * first 4,096 bytes. Bytes that are valid UTF-8 are UTF-8 whatever single-byte charset is declared: text of another
 * charset is practically never valid UTF-8 by accident, whereas wrong declarations are common.
 */
public final class PageDecoder {
    private static final int PRESCAN_BYTES = 4096;
    private static final Pattern CHARSET =
            Pattern.compile("charset\\s*+=\\s*+[\"']?+\\s*+([A-Za-z0-9_:.\\-]{2,40})", Pattern.CASE_INSENSITIVE);
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

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
        Optional<Charset> declared = contentType.flatMap(PageDecoder::charsetIn).or(() -> prescan(page));
        if (declared.isPresent() && isMultiByte(declared.get())) {
            return new String(page, declared.get());
        }
        return strictUtf8(page).orElseGet(() -> new String(page, fallback(declared)));
    }

    private static Charset fallback(Optional<Charset> declared) {
        if (declared.isEmpty()) {
            return WINDOWS_1252;
        }
        Charset charset = declared.get();
        // The Encoding standard reads Latin-1 and ASCII as windows-1252.
        boolean latin = charset.equals(StandardCharsets.ISO_8859_1) || charset.equals(StandardCharsets.US_ASCII);
        return latin ? WINDOWS_1252 : charset;
    }

    private static boolean isMultiByte(Charset charset) {
        return !charset.equals(StandardCharsets.UTF_8)
                && charset.canEncode()
                && charset.newEncoder().maxBytesPerChar() > 1
                && !charset.name().startsWith("UTF-16");
    }

    /** The bytes as UTF-8, unless they are not; a replacement character may also stand in the page itself. */
    private static Optional<String> strictUtf8(byte[] page) {
        String decoded = new String(page, StandardCharsets.UTF_8);
        return decoded.indexOf('\uFFFD') < 0 || isUtf8(page) ? Optional.of(decoded) : Optional.empty();
    }

    private static boolean isUtf8(byte[] page) {
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(page));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static Optional<Charset> prescan(byte[] page) {
        int length = Math.min(page.length, PRESCAN_BYTES);
        return charsetIn(new String(page, 0, length, StandardCharsets.ISO_8859_1));
    }

    private static Optional<Charset> charsetIn(String declaration) {
        Matcher matcher = CHARSET.matcher(declaration);
        return matcher.find() ? charset(matcher.group(1)) : Optional.empty();
    }

    private static Optional<Charset> charset(String name) {
        try {
            return Optional.of(Charset.forName(name.toLowerCase(Locale.ROOT)));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
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
