package org.onrecord.scraper.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcWriter;

/** One WARC file while it is being written. Its name is its own, so that scrapers may share a folder. For one thread. */
final class Segment implements AutoCloseable {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

    private final Path file;
    private final Instant hour;
    private final FileChannel channel;
    private final WarcWriter writer;

    private Segment(Path file, Instant hour, FileChannel channel) throws IOException {
        this.file = file;
        this.hour = hour;
        this.channel = channel;
        this.writer = new WarcWriter(channel, WarcCompression.GZIP);
    }

    static Segment begin(Path folder, Instant now) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("onrecord-" + STAMP.format(now) + "-" + UUID.randomUUID() + ".warc.gz");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        // The name of a new file is the folder's data: without this a power cut may lose it, synced or not.
        try (FileChannel entry = FileChannel.open(folder)) {
            entry.force(true);
        }
        return new Segment(file, now.truncatedTo(ChronoUnit.HOURS), channel);
    }

    /** A name as late as that of any file that is begun until a moment. */
    static String nameUntil(Instant moment) {
        return "onrecord-" + STAMP.format(moment) + "~";
    }

    String name() {
        return file.getFileName().toString();
    }

    /** Whether the next record belongs into a new file. */
    boolean isOver(Instant now, long maxBytes) {
        return writer.position() >= maxBytes || !hour.equals(now.truncatedTo(ChronoUnit.HOURS));
    }

    /**
     * Writes a record; it is safe after {@link #sync()}.
     *
     * @return the offset at which it begins
     */
    long write(WarcRecord record) throws IOException {
        long start = writer.position();
        writer.write(record);
        return start;
    }

    void sync() throws IOException {
        channel.force(false);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
