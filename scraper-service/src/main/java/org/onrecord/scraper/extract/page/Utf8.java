package org.onrecord.scraper.extract.page;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Decodes well-formed UTF-8. Pages are long stretches of ASCII with single letters and quotation marks between them, which
 * are copied eight bytes at a time; the JDK's decoder goes byte by byte from the first letter that is not Latin.
 */
final class Utf8 {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long NOT_ASCII = 0x8080808080808080L;
    private static final int SMALLEST_OF_THREE = 0x800;
    private static final int SMALLEST_OF_FOUR = 0x10000;

    private Utf8() {}

    /** The characters; empty if the bytes are not UTF-8. */
    static Optional<String> decode(byte[] bytes) {
        int at = asciiEnd(bytes, 0);
        if (at == bytes.length) {
            return Optional.of(new String(bytes, StandardCharsets.ISO_8859_1));
        }
        // Of all ways to widen bytes to characters, that of strings is the one that the JDK does many at a time.
        String ascii = new String(bytes, StandardCharsets.ISO_8859_1);
        char[] text = new char[bytes.length];
        ascii.getChars(0, at, text, 0);
        int length = at;
        while (at < bytes.length) {
            int size = sequence(bytes, at);
            int point = size == 0 ? -1 : point(bytes, at, size);
            if (point < 0) {
                return Optional.empty();
            }
            length += Character.toChars(point, text, length);
            at += size;
            int end = at < bytes.length && bytes[at] < 0 ? at : asciiEnd(bytes, at);
            ascii.getChars(at, end, text, length);
            length += end - at;
            at = end;
        }
        return Optional.of(new String(text, 0, length));
    }

    private static int asciiEnd(byte[] bytes, int start) {
        int at = start;
        while (at + Long.BYTES <= bytes.length && ((long) EIGHT.get(bytes, at) & NOT_ASCII) == 0) {
            at += Long.BYTES;
        }
        while (at < bytes.length && bytes[at] >= 0) {
            at++;
        }
        return at;
    }

    /** How long the sequence of several bytes is that begins there; 0 if none does or it is not whole. */
    static int sequence(byte[] bytes, int start) {
        int first = bytes[start] & 0xFF;
        int size = first >= 0xF0 && first <= 0xF4
                ? 4
                : first >= 0xE0 && first < 0xF0 ? 3 : first >= 0xC2 && first < 0xE0 ? 2 : 0;
        if (size == 0 || start + size > bytes.length) {
            return 0;
        }
        for (int i = 1; i < size; i++) {
            if ((bytes[start + i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return size;
    }

    /** The code point of a sequence; -1 if it could be shorter, or is half of a pair, or beyond Unicode. */
    private static int point(byte[] bytes, int start, int size) {
        int point = bytes[start] & 0x7F >> size;
        for (int i = 1; i < size; i++) {
            point = point << 6 | bytes[start + i] & 0x3F;
        }
        boolean shorter = size == 3 && point < SMALLEST_OF_THREE || size == 4 && point < SMALLEST_OF_FOUR;
        boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        return shorter || half || point > Character.MAX_CODE_POINT ? -1 : point;
    }
}
