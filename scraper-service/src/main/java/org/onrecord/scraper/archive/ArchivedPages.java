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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.netpreserve.jwarc.WarcConversion;
import org.netpreserve.jwarc.WarcDigest;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

import org.onrecord.egress.Headers;

/**
 * Reads the WARC files of a folder, with neither network nor database. In memory are one page at a time, the places of the
 * readings of its file, and of those few that lie in another file than their page. A file that a kill cut short is read as far
 * as it goes; a page whose body is not what its digest says is left out.
 */
final class ArchivedPages {

    private record Place(Path file, long offset) {}

    private final List<Path> files;
    private final Consumer<String> damage;

    /**
     * @param folder with {@code .warc.gz} files
     * @param damage told of each file that could not be read to its end, and of each page that is damaged
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
        Map<URI, Place> strays = strays();
        for (Path file : files) {
            Map<URI, Place> readings = readings(file);
            scan(file, Damage.UNTOLD, (from, offset, record) -> {
                if (record instanceof WarcResponse response) {
                    Place reading = readings.getOrDefault(response.id(), strays.get(response.id()));
                    page(response, reading)
                            .ifPresentOrElse(
                                    reader,
                                    () -> damage.accept("%s: the body of %s is not what its digest says"
                                            .formatted(from.getFileName(), response.id())));
                }
            });
        }
    }

    private Map<URI, Place> readings(Path file) throws IOException {
        Map<URI, Place> readings = new HashMap<>();
        scan(file, Damage.UNTOLD, (from, offset, record) -> {
            if (record instanceof WarcConversion conversion) {
                conversion.refersTo().ifPresent(page -> readings.put(page, new Place(from, offset)));
            }
        });
        return readings;
    }

    /** A page is read after it was written, and by then the next file may have begun. */
    private Map<URI, Place> strays() throws IOException {
        Map<URI, Place> strays = new HashMap<>();
        for (Path file : files) {
            Set<URI> pages = new HashSet<>();
            scan(file, Damage.TOLD, (from, offset, record) -> {
                if (record instanceof WarcResponse response) {
                    pages.add(response.id());
                } else if (record instanceof WarcConversion conversion) {
                    conversion
                            .refersTo()
                            .filter(page -> !pages.contains(page))
                            .ifPresent(page -> strays.put(page, new Place(from, offset)));
                }
            });
        }
        return strays;
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

    /** Empty if the body is not what its digest says. */
    private static Optional<ArchivedPage> page(WarcResponse response, Place reading) throws IOException {
        byte[] body = response.http().body().stream().readAllBytes();
        boolean whole = response.payloadDigest()
                .map(digest -> digest.equals(new WarcDigest("sha256", WarcRecords.digest(body))))
                .orElse(true);
        if (!whole) {
            return Optional.empty();
        }
        Optional<Reading> read = reading == null ? Optional.empty() : Optional.of(at(reading));
        return Optional.of(new ArchivedPage(
                response.id(),
                response.targetURI(),
                response.date(),
                body,
                contentType(response),
                read.map(Reading::text),
                read.flatMap(Reading::asked),
                response.headers().first(WarcRecords.TRUNCATED)));
    }

    private static Optional<String> contentType(WarcResponse response) throws IOException {
        return new Headers(response.http().headers().all("Content-Type").stream()
                        .map(value -> new Headers.Field("Content-Type", value))
                        .toList())
                .contentType();
    }

    private record Reading(String text, Optional<Asked> asked) {}

    private static Reading at(Place place) throws IOException {
        try (FileChannel channel = FileChannel.open(place.file());
                WarcReader records = new WarcReader(channel.position(place.offset()))) {
            WarcRecord record = records.next().orElseThrow(() -> new IOException("no record at " + place));
            return new Reading(
                    new String(record.body().stream().readAllBytes(), StandardCharsets.UTF_8),
                    record.headers().first(WarcRecords.ASKED).flatMap(Asked::parse));
        }
    }
}
