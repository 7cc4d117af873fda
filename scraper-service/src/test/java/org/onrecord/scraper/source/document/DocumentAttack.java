package org.onrecord.scraper.source.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * A document that is made to take memory or time.
 *
 * @param unit written again and again; the number sign stands for the count
 * @param outcome how what comes of it begins
 */
record DocumentAttack(String name, String head, String unit, String tail, Packing packing, String outcome) {
    enum Packing {
        PLAIN,
        GZIP,
        TWICE
    }

    DocumentAttack(String name, String head, String unit, String tail, String outcome) {
        this(name, head, unit, tail, Packing.PLAIN, outcome);
    }

    byte[] bytes(int length) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = packed(bytes)) {
            out.write(head.getBytes(StandardCharsets.UTF_8));
            int written = head.length() + tail.length();
            boolean counts = unit.contains("#");
            byte[] next = counts ? new byte[0] : unit.repeat(1000).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; written < length; i++) {
                next = counts ? unit.replace("#", String.valueOf(i)).getBytes(StandardCharsets.UTF_8) : next;
                out.write(next);
                written += next.length;
            }
            out.write(tail.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private OutputStream packed(OutputStream bytes) throws IOException {
        return switch (packing) {
            case PLAIN -> bytes;
            case GZIP -> gzip(bytes);
            case TWICE -> gzip(gzip(bytes));
        };
    }

    private static OutputStream gzip(OutputStream bytes) throws IOException {
        return new GZIPOutputStream(bytes) {
            {
                def.setLevel(Deflater.BEST_SPEED);
            }
        };
    }

    @Override
    public String toString() {
        return name;
    }
}
