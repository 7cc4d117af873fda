package org.onrecord.scraper.archive;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.postgresql.ds.PGSimpleDataSource;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.onrecord.chassis.loop.Loops;
import org.onrecord.contracts.Article;
import org.onrecord.contracts.Rights;
import org.onrecord.contracts.RobotsVerdict;
import org.onrecord.database.DataAccess;
import org.onrecord.egress.FetchResult.Fetched;
import org.onrecord.egress.Headers;
import org.onrecord.local.server.PostgresTestResource;
import org.onrecord.scraper.article.Origin;
import org.onrecord.scraper.article.Reader;

/** An archive in a folder of its own, with its index in a real database. */
abstract class ArchiveFolder {
    private static final PostgresTestResource POSTGRESQL = new PostgresTestResource();

    static PGSimpleDataSource database;

    @TempDir
    Path folder;

    CaptureIndex index;

    Archive archive;

    @BeforeAll
    static void startDatabase() {
        Map<String, String> settings = POSTGRESQL.start();
        database = new PGSimpleDataSource();
        database.setUrl(settings.get("ONRECORD_DATABASE_URL"));
        database.setUser(settings.get("ONRECORD_DATABASE_USER"));
        database.setPassword(settings.get("ONRECORD_DATABASE_PASSWORD"));
        database.setCurrentSchema("scraper");
        Flyway.configure()
                .dataSource(database)
                .schemas("scraper")
                .defaultSchema("scraper")
                .load()
                .migrate();
    }

    @AfterAll
    static void stopDatabase() {
        POSTGRESQL.stop();
    }

    @BeforeEach
    void open() {
        index = new CaptureIndex(DataAccess.over(database));
        archive = archive(folder, 1 << 30);
    }

    @AfterEach
    void close() {
        archive.close();
    }

    Archive archive(Path into, long segmentBytes) {
        ArchiveSettings settings = new ArchiveSettings() {
            @Override
            public Optional<Path> folder() {
                return Optional.of(into);
            }

            @Override
            public long segmentBytes() {
                return segmentBytes;
            }
        };
        return new Archive(settings, new CaptureIndex(DataAccess.over(database)), new Loops());
    }

    WarcRecord record(URI recordId) throws Exception {
        CaptureIndex.Place place =
                index.place(WarcRecords.uuid(recordId).orElseThrow()).orElseThrow();
        // The body is read from the file while its caller looks at it; the test's end closes it.
        FileChannel channel = FileChannel.open(folder.resolve(place.file()));
        return new WarcReader(channel.position(place.offset())).next().orElseThrow();
    }

    List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /** Readings are looked for in files of the time when their page was fetched. */
    static Fetched fetchedNow(String url, String html) {
        Fetched page = page(url, html);
        return new Fetched(page.chain(), page.sent(), page.status(), page.headers(), page.body(), Instant.now());
    }

    static Fetched page(String url, String html) {
        Headers headers = new Headers(List.of(
                new Headers.Field("Content-Type", "text/html; charset=utf-8"),
                new Headers.Field("Content-Encoding", "gzip")));
        return new Fetched(
                List.of(URI.create(url)),
                new Headers(List.of(new Headers.Field("User-Agent", "Bot/1"))),
                200,
                headers,
                html.getBytes(StandardCharsets.UTF_8),
                Instant.parse("2026-11-25T04:00:00Z"));
    }

    static Article read(Fetched page, URI recordId) {
        return read(page, recordId, Optional.empty());
    }

    static Article read(Fetched page, URI recordId, Optional<String> cutOff) {
        Origin origin = new Origin(
                UUID.randomUUID(),
                Optional.of(page.url() + "?von=ä"),
                Optional.of(page.url()),
                page.fetchedAt(),
                Optional.of(recordId),
                Optional.of(new Rights(RobotsVerdict.ALLOWED, List.of("GPTBot"), List.of("noai"), true, null, null)),
                cutOff);
        return new Reader(new SimpleMeterRegistry(), Duration.ofMinutes(1))
                .readPage(origin, page.body(), Optional.of("text/html; charset=utf-8"))
                .article()
                .orElseThrow();
    }
}
