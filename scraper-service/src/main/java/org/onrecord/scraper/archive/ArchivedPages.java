package org.onrecord.scraper.archive;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.netpreserve.jwarc.WarcConversion;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/**
 * Reads the WARC files of a folder, with neither network nor database. A page is in memory one at a time; of each reading
 * its place alone. A file that a kill cut short is read as far as it goes.
 */
final class ArchivedPages {

    private record Place(Path file, long offset) {}

    private final List<Path> files;
    private final Consumer<String> damage;

    /**
     * @param folder with {@code .warc.gz} files
     * @param damage told of each file that could not be read to its end
     * @throws IOException if there is no such folder
     */
    ArchivedPages(Path folder, Consumer<String> damage) throws IOException {
        this.damage = damage;
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> warcs = Files.newDirectoryStream(folder, "*.warc.gz")) {
            warcs.forEach(found::add);
        }
        this.files = found.stream().sorted().toList();
    }

    private interface Visitor {
        void visit(Path file, long offset, WarcRecord record) throws IOException;
    }

    /** Hands over each page, in the order of the files. Revisits, whose page was handed over before, are left out. */
    void forEach(Consumer<ArchivedPage> reader) throws IOException {
        Map<URI, Place> readings = readings();
        for (Path file : files) {
            scan(file, Damage.UNTOLD, (from, offset, record) -> {
                if (record instanceof WarcResponse response) {
                    reader.accept(page(response, readings.get(response.id())));
                }
            });
        }
    }

    private Map<URI, Place> readings() throws IOException {
        Map<URI, Place> readings = new HashMap<>();
        for (Path file : files) {
            scan(file, Damage.TOLD, (from, offset, record) -> {
                if (record instanceof WarcConversion conversion) {
                    conversion.refersTo().ifPresent(page -> readings.put(page, new Place(from, offset)));
                }
            });
        }
        return readings;
    }

    private enum Damage {
        TOLD,
        UNTOLD
    }

    private void scan(Path file, Damage told, Visitor visitor) throws IOException {
        int read = 0;
        try (WarcReader records = new WarcReader(file)) {
            for (Optional<WarcRecord> record = records.next(); record.isPresent(); record = records.next()) {
                visitor.visit(file, records.position(), record.get());
                read++;
            }
        } catch (IOException e) {
            if (told == Damage.TOLD) {
                damage.accept("%s: %s after %,d records".formatted(file.getFileName(), e.getMessage(), read));
            }
        }
    }

    private static ArchivedPage page(WarcResponse response, Place reading) throws IOException {
        return new ArchivedPage(
                response.targetURI(),
                response.http().body().stream().readAllBytes(),
                response.http().headers().first("Content-Type"),
                reading == null ? Optional.empty() : Optional.of(text(reading)));
    }

    private static String text(Place place) throws IOException {
        try (FileChannel channel = FileChannel.open(place.file());
                WarcReader records = new WarcReader(channel.position(place.offset()))) {
            WarcRecord record = records.next().orElseThrow(() -> new IOException("no record at " + place));
            return new String(record.body().stream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
