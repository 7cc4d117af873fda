package org.onrecord.scraper.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.postgresql.ds.PGSimpleDataSource;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.onrecord.chassis.environment.Environment;
import org.onrecord.chassis.event.EventReader;
import org.onrecord.chassis.loop.Loops;
import org.onrecord.contracts.Article;
import org.onrecord.contracts.Rights;
import org.onrecord.contracts.RobotsVerdict;
import org.onrecord.contracts.Topics;
import org.onrecord.database.DataAccess;
import org.onrecord.egress.FetchResult.Fetched;
import org.onrecord.egress.Headers;
import org.onrecord.local.server.EmbeddedKafka;
import org.onrecord.local.server.LoopbackPort;
import org.onrecord.local.server.PostgresTestResource;
import org.onrecord.scraper.Pages;
import org.onrecord.scraper.article.Origin;
import org.onrecord.scraper.article.Reader;
import org.onrecord.scraper.extract.Unreadable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Pages go into real files and a real database, and come out again. */
class ArchiveTest {

    private static final PostgresTestResource POSTGRESQL = new PostgresTestResource();
    private static PGSimpleDataSource database;

    @TempDir
    Path folder;

    private CaptureIndex index;
    private Archive archive;

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

    @Test
    void aPageLiesWhereTheIndexSaysOnceItIsKept() throws Exception {
        Fetched page = page("https://news.example/" + UUID.randomUUID(), "<p>First.</p>");

        URI recordId = archive.keep(page).orElseThrow();

        WarcResponse response = (WarcResponse) record(recordId);
        assertThat(response.id()).isEqualTo(recordId);
        assertThat(response.targetURI()).isEqualTo(page.url());
        assertThat(response.date()).isEqualTo(page.fetchedAt());
        assertThat(response.http().status()).isEqualTo(200);
        assertThat(response.http().headers().first("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(response.http().headers().first("Content-Encoding")).isEmpty();
        assertThat(response.http().headers().first("X-Archive-Orig-Content-Encoding"))
                .contains("gzip");
    }

    @Test
    void anUnchangedPageIsARevisitAndAnEditedOneIsNot() throws Exception {
        String url = "https://news.example/" + UUID.randomUUID();
        URI first = archive.keep(page(url, "<p>First.</p>")).orElseThrow();

        URI again = archive.keep(page(url, "<p>First.</p>")).orElseThrow();
        URI edited = archive.keep(page(url, "<p>Second.</p>")).orElseThrow();
        URI back = archive.keep(page(url, "<p>First.</p>")).orElseThrow();

        // The index leads to the record that has the body.
        assertThat(record(again).id()).isEqualTo(first);
        assertThat(record(edited).id()).isEqualTo(edited);
        assertThat(record(back).id()).isEqualTo(first);
        archive.close();
        List<URI> revisited = new ArrayList<>();
        try (WarcReader records = new WarcReader(files().getFirst())) {
            for (WarcRecord record : records) {
                if (record instanceof WarcRevisit revisit) {
                    revisited.add(revisit.refersTo().orElseThrow());
                }
            }
        }
        assertThat(revisited).containsExactly(first, first);
    }

    @Test
    void aBodyThatIsNotWhatItsDigestSaysIsLeftOutAndTold() throws Exception {
        Fetched page = page("https://news.example/a", "<p>First.</p>");
        try (Segment segment = Segment.begin(folder, Instant.now())) {
            segment.write(WarcRecords.response(UUID.randomUUID(), page, WarcRecords.digest(new byte[] {1})));
            segment.write(WarcRecords.response(UUID.randomUUID(), page, WarcRecords.digest(page.body())));
        }
        List<ArchivedPage> pages = new ArrayList<>();
        List<String> damages = new ArrayList<>();

        new ArchivedPages(folder, damages::add).forEach(pages::add);

        assertThat(pages).hasSize(1);
        assertThat(damages).singleElement().asString().contains("not what its digest says");
    }

    @Test
    void aReadingThatLiesInTheNextFileBelongsToItsPage() throws Exception {
        archive.close();
        archive = archive(folder, 1);
        Fetched ferry = page("https://news.example/ferry", Pages.FERRY);
        Article article = read(ferry, archive.keep(ferry).orElseThrow());
        archive.keepReading(article);
        archive.close();
        List<ArchivedPage> pages = new ArrayList<>();

        new ArchivedPages(folder, damage -> {}).forEach(pages::add);

        assertThat(files()).hasSize(2);
        assertThat(pages)
                .singleElement()
                .satisfies(page -> assertThat(page.reading()).contains(article.title() + "\n\n" + article.text()));
    }

    @Test
    void whatManyKeepAtOnceIsAllThereInFilesOfTheirSize() throws Exception {
        archive.close();
        archive = archive(folder, 4096);
        List<Future<URI>> kept = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            for (int i = 0; i < 200; i++) {
                Fetched page = page("https://news.example/" + UUID.randomUUID(), "<p>Story " + i + "</p>");
                kept.add(threads.submit(() -> archive.keep(page).orElseThrow()));
            }
        }
        for (int i = 0; i < kept.size(); i++) {
            WarcResponse response = (WarcResponse) record(kept.get(i).get());
            assertThat(new String(response.http().body().stream().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("<p>Story " + i + "</p>");
        }
        assertThat(files())
                .hasSizeGreaterThan(5)
                .allSatisfy(file -> assertThat(Files.size(file)).isLessThan(8192));
    }

    @Test
    void anArchiveThatCannotBeWrittenSaysSo() throws IOException {
        Path file = Files.createFile(folder.resolve("no-folder"));
        try (ClosingArchive broken = new ClosingArchive(archive(file, 1 << 30))) {
            Fetched page = page("https://news.example/a", "<p>First.</p>");

            assertThatThrownBy(() -> broken.archive().keep(page)).isInstanceOf(ArchiveAwayException.class);
        }
    }

    @Test
    void readingAgainShowsWhatIsDifferentAlsoWhereAKillCutTheFileShort() throws Exception {
        Fetched ferry = page("https://news.example/ferry", Pages.FERRY);
        archive.keepReading(read(ferry, archive.keep(ferry).orElseThrow()));
        Fetched other = page("https://news.example/other", Pages.FERRY.replace("winter", "summer"));
        Article before = read(other, archive.keep(other).orElseThrow());
        archive.keepReading(withText(before, before.text().replace("four crossings", "five crossings")));
        archive.keep(page("https://news.example/last", "<p>" + UUID.randomUUID() + "</p>"));
        archive.close();
        Path file = files().getFirst();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() - 20);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream report = new ByteArrayOutputStream();

        int code = new ReExtractCommand(new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(report))
                .run(folder.toString());

        assertThat(code).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8).lines().toList())
                .satisfiesExactly(
                        url -> assertThat(url).isEqualTo("@ https://news.example/other"),
                        old -> assertThat(old).startsWith("- ").contains("five crossings"),
                        now -> assertThat(now).startsWith("+ ").contains("four crossings"));
        assertThat(report.toString(StandardCharsets.UTF_8)).contains("damaged: " + file.getFileName());
    }

    @Test
    void readingAgainGoesOnBehindAPageThatCannotBeRead() throws Exception {
        archive.keep(page("https://news.example/bad", "<p>Bad.</p>"));
        archive.keep(page("https://news.example/good", "<p>Good.</p>"));
        archive.close();
        ByteArrayOutputStream report = new ByteArrayOutputStream();
        List<URI> asked = new ArrayList<>();

        int code = new ReExtractCommand(System.out, new PrintStream(report), page -> {
                    asked.add(page.url());
                    if (asked.size() == 1) {
                        throw new StackOverflowError("of this page");
                    }
                    return new Unreadable(Unreadable.Cause.EMPTY);
                })
                .run(folder.toString());

        assertThat(code).isZero();
        assertThat(asked).hasSize(2);
        assertThat(report.toString(StandardCharsets.UTF_8))
                .contains("left out, not read: https://news.example/bad", "2 pages, 0 of them read differently");
    }

    @Test
    void readingAgainWhatIsNoFolderIsToldInOneLine() {
        ByteArrayOutputStream report = new ByteArrayOutputStream();
        ReExtractCommand command = new ReExtractCommand(System.out, new PrintStream(report));

        assertThat(command.run()).isEqualTo(2);
        assertThat(command.run(folder.resolve("none").toString())).isEqualTo(2);
        assertThat(command.run("no\0name")).isEqualTo(2);

        assertThat(report.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "re-extract: name one folder of .warc.gz files, or set ONRECORD_ARCHIVE",
                        "re-extract: there is no folder " + folder.resolve("none"),
                        "re-extract: there is no folder no\0name");
    }

    @Test
    void whatWasArchivedSinceAMomentIsPutOnItsTopicAgainAsItWas() throws Exception {
        Fetched early = page("https://news.example/early", Pages.FERRY.replace("winter", "spring"));
        Fetched late = new Fetched(
                List.of(URI.create("https://news.example/late")),
                early.sent(),
                early.status(),
                early.headers(),
                Pages.FERRY.getBytes(StandardCharsets.UTF_8),
                early.fetchedAt().plusSeconds(60));
        archive.keepReading(read(early, archive.keep(early).orElseThrow()));
        Article article = read(late, archive.keep(late).orElseThrow());
        archive.keepReading(article);
        archive.close();
        ByteArrayOutputStream report = new ByteArrayOutputStream();
        Path data = Files.createTempDirectory("onrecord-republish");
        try (EmbeddedKafka kafka = EmbeddedKafka.start(data, LoopbackPort.free());
                KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                        Map.of("bootstrap.servers", kafka.bootstrapServers()),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            int status = RepublishCommand.run(
                    List.of(late.fetchedAt().toString(), folder.toString()),
                    new Environment(Map.of("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers()), new Properties()),
                    new PrintStream(report));

            assertThat(report.toString(StandardCharsets.UTF_8))
                    .isEqualToIgnoringNewLines("republish: put 1 article on articles");
            assertThat(status).isZero();
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.ARTICLES).stream()
                    .map(partition -> new TopicPartition(Topics.ARTICLES, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            List<ConsumerRecord<String, byte[]>> published = new ArrayList<>();
            while (published.isEmpty()) {
                consumer.poll(Duration.ofSeconds(1)).forEach(published::add);
            }
            assertThat(published).singleElement().satisfies(event -> {
                assertThat(new EventReader(new ObjectMapper().registerModule(new JavaTimeModule()))
                                .article(event.value()))
                        .isEqualTo(article);
                assertThat(event.key()).startsWith(article.articleId() + "/");
                assertThat(new String(event.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8))
                        .isEqualTo(Topics.ARTICLE_TYPE);
            });
        }
    }

    @Test
    void whatIsToBeRepublishedHasToBeNamed() {
        Environment environment = new Environment(Map.of("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9"), new Properties());
        for (List<String> wrong : List.of(
                List.<String>of(),
                List.of("yesterday", folder.toString()),
                List.of("2026-11-27", folder.resolve("none").toString()))) {
            ByteArrayOutputStream report = new ByteArrayOutputStream();
            assertThat(RepublishCommand.run(wrong, environment, new PrintStream(report)))
                    .isEqualTo(2);
            assertThat(report.toString(StandardCharsets.UTF_8).lines())
                    .singleElement()
                    .asString()
                    .startsWith("republish: name");
        }
    }

    /** However much a killed process wrote: what is handed over is whole, and what is missing is told. */
    @Test
    void aTornTailIsNeverHandedOverAsIfItWereWhole() throws Exception {
        Fetched ferry = page("https://news.example/" + UUID.randomUUID(), Pages.FERRY);
        URI recordId = archive.keep(ferry).orElseThrow();
        long first = Files.size(files().getFirst());
        Fetched other = page("https://news.example/" + UUID.randomUUID(), "<p>Other.</p>".repeat(40));
        archive.keep(other);
        Article article = read(ferry, recordId);
        archive.keepReading(article);
        archive.close();
        Path file = files().getFirst();
        byte[] whole = Files.readAllBytes(file);
        Map<URI, String> bodies = Map.of(ferry.url(), Pages.FERRY, other.url(), "<p>Other.</p>".repeat(40));

        for (int length = (int) first + 1; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            List<ArchivedPage> pages = new ArrayList<>();
            new ArchivedPages(folder, damage -> {}).forEach(pages::add);

            assertThat(pages)
                    .as("at %d bytes", length)
                    .isNotEmpty()
                    .allSatisfy(page -> assertThat(new String(page.body(), StandardCharsets.UTF_8))
                            .isEqualTo(bodies.get(page.url())));
            assertThat(pages.getFirst().reading().orElse(article.title() + "\n\n" + article.text()))
                    .as("reading at %d bytes", length)
                    .isEqualTo(article.title() + "\n\n" + article.text());
        }
    }

    @Test
    void theRequestIsKeptBesideItsResponse() throws Exception {
        URI recordId = archive.keep(page("https://news.example/a?b=" + UUID.randomUUID(), "<p>First.</p>"))
                .orElseThrow();
        archive.close();

        List<String> requests = new ArrayList<>();
        try (WarcReader records = new WarcReader(files().getFirst())) {
            for (WarcRecord record : records) {
                if (record instanceof WarcRequest request) {
                    assertThat(request.concurrentTo()).containsExactly(recordId);
                    requests.add(request.http().method() + " " + request.http().target() + " "
                            + request.http().headers().first("User-Agent").orElse(""));
                }
            }
        }
        assertThat(requests).singleElement().asString().matches("GET /a\\?b=[0-9a-f-]+ Bot/1");
    }

    private record ClosingArchive(Archive archive) implements AutoCloseable {
        @Override
        public void close() {
            archive.close();
        }
    }

    private Archive archive(Path into, long segmentBytes) {
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

    @Test
    void ofAnErasedPageNothingIsLeftAndItsNeighboursStay() throws Exception {
        Fetched before = fetchedNow("https://news.example/" + UUID.randomUUID(), Pages.FERRY.replace("ferry", "tram"));
        Fetched erased = fetchedNow("https://news.example/" + UUID.randomUUID(), Pages.FERRY);
        URI first = archive.keep(before).orElseThrow();
        URI second = archive.keep(erased).orElseThrow();
        archive.keepReading(read(erased, second));
        URI revisit = archive.keep(erased).orElseThrow();
        archive.keepReading(read(before, first));
        Fetched after = fetchedNow("https://news.example/" + UUID.randomUUID(), Pages.FERRY.replace("ferry", "bus"));
        URI third = archive.keep(after).orElseThrow();
        archive.close();
        int records = records(files().getFirst()).size();
        String asked = "GET " + erased.url().getPath();
        assertThat(bodies()).anyMatch(body -> body.contains("ferry")).anyMatch(body -> body.contains(asked));

        archive.erase(List.of(erased.url().toString()));
        archive.erase(List.of(erased.url().toString()));

        assertThat(bodies()).noneMatch(body -> body.contains("ferry")).noneMatch(body -> body.contains(asked));
        assertThat(records(files().getFirst())).hasSize(records);
        assertThat(index.place(WarcRecords.uuid(second).orElseThrow())).isEmpty();
        assertThat(index.place(WarcRecords.uuid(revisit).orElseThrow())).isEmpty();
        assertThat(((WarcResponse) record(first)).http().body().stream().readAllBytes())
                .isEqualTo(before.body());
        assertThat(((WarcResponse) record(third)).http().body().stream().readAllBytes())
                .isEqualTo(after.body());
        List<URI> pages = new ArrayList<>();
        new ArchivedPages(folder, damage -> assertThat(damage).isNull()).forEach(page -> pages.add(page.url()));
        assertThat(pages).containsExactly(before.url(), after.url());
    }

    private List<String> bodies() throws IOException {
        List<String> bodies = new ArrayList<>();
        for (Path file : files()) {
            bodies.addAll(records(file));
        }
        return bodies;
    }

    private static List<String> records(Path file) throws IOException {
        List<String> bodies = new ArrayList<>();
        try (WarcReader records = new WarcReader(file)) {
            for (WarcRecord record : records) {
                bodies.add(new String(record.body().stream().readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return bodies;
    }

    private WarcRecord record(URI recordId) throws Exception {
        CaptureIndex.Place place =
                index.place(WarcRecords.uuid(recordId).orElseThrow()).orElseThrow();
        // The body is read from the file while its caller looks at it; the test's end closes it.
        FileChannel channel = FileChannel.open(folder.resolve(place.file()));
        return new WarcReader(channel.position(place.offset())).next().orElseThrow();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /** Readings are looked for in files of the time when their page was fetched. */
    private static Fetched fetchedNow(String url, String html) {
        Fetched page = page(url, html);
        return new Fetched(page.chain(), page.sent(), page.status(), page.headers(), page.body(), Instant.now());
    }

    private static Fetched page(String url, String html) {
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

    private static Article read(Fetched page, URI recordId) {
        Origin origin = new Origin(
                UUID.randomUUID(),
                Optional.of(page.url() + "?von=ä"),
                Optional.of(page.url()),
                page.fetchedAt(),
                Optional.of(recordId),
                Optional.of(new Rights(RobotsVerdict.ALLOWED, List.of("GPTBot"), List.of("noai"), true, null, null)));
        return new Reader(new SimpleMeterRegistry(), Duration.ofMinutes(1))
                .readPage(origin, page.body(), Optional.of("text/html; charset=utf-8"))
                .article()
                .orElseThrow();
    }

    private static Article withText(Article article, String text) {
        return new Article(
                article.articleId(),
                article.version(),
                article.requestId(),
                article.requestedUrl(),
                article.url(),
                article.canonicalUrl(),
                article.site(),
                article.siteName(),
                article.title(),
                article.authors(),
                article.publishedAt(),
                article.modifiedAt(),
                article.section(),
                article.language(),
                article.leadImage(),
                text,
                article.blocks(),
                article.removed(),
                article.evidence(),
                article.fetchedAt(),
                article.extractor(),
                article.archiveRecordId());
    }
}
