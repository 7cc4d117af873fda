package org.onrecord.scraper.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import org.netpreserve.jwarc.WarcConversion;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcRequest;

/**
 * Overwrites records where they lie, by records of the same length that say nothing: no other record moves, files that are
 * being written included, so the index holds. A record is a gzip member of its own (ISO 28500:2017, annex D); the one in its
 * place stores its filling as it is (RFC 1951, 3.2.4), which makes any length possible.
 */
final class Erasure {

    /** What was read out of a page is written after it, and later while the broker is away. */
    private static final Duration READ_WITHIN = Duration.ofHours(2);

    private static final int GZIP_HEADER = 10;
    private static final int GZIP_TRAILER = 8;
    private static final int BLOCK_HEADER = 5;
    private static final int LONGEST_BLOCK = 0xFFFF;
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};
    private static final String END = "\r\n\r\n";

    private final Path folder;

    Erasure(Path folder) {
        this.folder = folder;
    }

    /** @throws IOException if the record is not there, or could not be overwritten */
    void erase(CaptureIndex.Place place) throws IOException {
        erase(folder.resolve(place.file()), place.offset());
    }

    private static void erase(Path file, long offset) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer nothing = ByteBuffer.wrap(nothing(lengthOfMember(channel, offset)));
            while (nothing.hasRemaining()) {
                channel.write(nothing, offset + nothing.position());
            }
            channel.force(true);
        } catch (DataFormatException e) {
            throw new IOException("no record at " + offset + " of " + file.getFileName(), e);
        }
    }

    /** Erases what came with pages that were fetched in a stretch of time: how they were asked for, and what was read out of them. */
    void eraseCompany(Set<URI> pages, Instant first, Instant last) throws IOException {
        String latest = Segment.nameUntil(last.plus(READ_WITHIN));
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> warcs = Files.newDirectoryStream(folder, "*.warc.gz")) {
            for (Path file : warcs) {
                if (file.getFileName().toString().compareTo(latest) <= 0
                        && !Files.getLastModifiedTime(file).toInstant().isBefore(first)) {
                    files.add(file);
                }
            }
        }
        for (Path file : files) {
            for (long offset : company(file, pages)) {
                erase(file, offset);
            }
        }
    }

    private static List<Long> company(Path file, Set<URI> pages) throws IOException {
        List<Long> offsets = new ArrayList<>();
        try (WarcReader records = new WarcReader(file)) {
            for (Optional<WarcRecord> record = next(records); record.isPresent(); record = next(records)) {
                boolean of = switch (record.get()) {
                    case WarcConversion reading ->
                        reading.refersTo().filter(pages::contains).isPresent();
                    case WarcRequest request -> request.concurrentTo().stream().anyMatch(pages::contains);
                    default -> false;
                };
                if (of) {
                    offsets.add(records.position());
                }
            }
        }
        return offsets;
    }

    /** The last record of a file may be torn, or be on its way to the disk: it was never indexed. */
    private static Optional<WarcRecord> next(WarcReader records) {
        try {
            return records.next();
        } catch (IOException torn) {
            return Optional.empty();
        }
    }

    private static long lengthOfMember(FileChannel channel, long offset) throws IOException, DataFormatException {
        byte[] header = new byte[GZIP_HEADER];
        if (channel.read(ByteBuffer.wrap(header), offset) < GZIP_HEADER || !Arrays.equals(header, 0, 4, HEADER, 0, 4)) {
            throw new DataFormatException("no gzip member without extra fields");
        }
        Inflater inflater = new Inflater(true);
        try {
            byte[] in = new byte[LONGEST_BLOCK];
            byte[] out = new byte[LONGEST_BLOCK];
            long at = offset + GZIP_HEADER;
            while (!inflater.finished()) {
                if (inflater.needsInput()) {
                    int read = channel.read(ByteBuffer.wrap(in), at);
                    if (read <= 0) {
                        throw new DataFormatException("cut short");
                    }
                    at += read;
                    inflater.setInput(in, 0, read);
                }
                inflater.inflate(out);
            }
            return GZIP_HEADER + inflater.getBytesRead() + GZIP_TRAILER;
        } finally {
            inflater.end();
        }
    }

    /** A gzip member of this length, with a record in which nothing stands. */
    static byte[] nothing(long length) throws IOException {
        long room = length - GZIP_HEADER - GZIP_TRAILER;
        int blocks = 1;
        while (room - (long) BLOCK_HEADER * blocks > (long) LONGEST_BLOCK * blocks) {
            blocks++;
        }
        byte[] record = emptyRecord(Math.toIntExact(room - (long) BLOCK_HEADER * blocks));
        CRC32 crc = new CRC32();
        crc.update(record);
        ByteBuffer member = ByteBuffer.allocate(Math.toIntExact(length)).order(ByteOrder.LITTLE_ENDIAN);
        member.put(HEADER);
        for (int block = 0, from = 0; block < blocks; block++) {
            int size = Math.min(LONGEST_BLOCK, record.length - from);
            member.put((byte) (block == blocks - 1 ? 1 : 0))
                    .putShort((short) size)
                    .putShort((short) ~size);
            member.put(record, from, size);
            from += size;
        }
        return member.putInt((int) crc.getValue()).putInt(record.length).array();
    }

    private static byte[] emptyRecord(int length) throws IOException {
        // As many digits whatever the number, so that the length of the head is known before.
        String head = """
                WARC/1.1
                WARC-Type: metadata
                WARC-Record-ID: <urn:uuid:%s>
                WARC-Date: %s
                Content-Type: text/plain
                Content-Length: %s

                """.replace("\n", "\r\n")
                .formatted(UUID.randomUUID(), Instant.now().truncatedTo(ChronoUnit.SECONDS), "%010d");
        int body = length - head.formatted(0).length() - END.length();
        if (body < 0) {
            throw new IOException("a record of fewer bytes than one without content");
        }
        ByteArrayOutputStream record = new ByteArrayOutputStream(length);
        record.writeBytes(head.formatted(body).getBytes(StandardCharsets.US_ASCII));
        byte[] filling = new byte[body];
        Arrays.fill(filling, (byte) ' ');
        record.writeBytes(filling);
        record.writeBytes(END.getBytes(StandardCharsets.US_ASCII));
        return record.toByteArray();
    }
}
