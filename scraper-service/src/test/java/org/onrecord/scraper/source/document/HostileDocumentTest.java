package org.onrecord.scraper.source.document;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Documents that are made to take memory or time are read, or refused in words, by a JVM with a heap of a few times their bytes,
 * in processor time that grows as they do. One JVM reads them all, so that one that used it up would be seen.
 */
class HostileDocumentTest {
    private static final URI URL = URI.create("https://news.example.org/file");

    /** The most that is fetched of a document. */
    private static final int FETCHED = 5_242_880;

    private static final int MOST_UNPACKED = 20_971_520;

    private static final int UNPACKED = 24_000_000;

    private static final String HEAP = "-Xmx64m";

    /** What came of each attack: outcome, and milliseconds of processor time for a quarter of it and for all of it. */
    private static Map<String, String[]> results;

    @BeforeAll
    static void everyAttackIsMadeOnOneSmallJvm(@TempDir Path folder) throws Exception {
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        HostileDocumentTest.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(log.toFile()))
                .start();
        int status = process.waitFor();
        String said = Files.readString(log);

        assertThat(status).as(said).isZero();
        results = said.lines()
                .map(line -> line.split("\t"))
                .filter(line -> line.length == 4)
                .collect(Collectors.toMap(line -> line[0], line -> line));
    }

    static Stream<DocumentAttack> attacks() {
        return DocumentAttacks.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void endsWithAnOutcomeInTimeThatGrowsAsItsBytes(DocumentAttack attack) {
        String[] result = results.get(attack.name());

        assertThat(result).as("outcomes: %s", results.keySet()).isNotNull();
        assertThat(result[1]).startsWith(attack.outcome());
        // Four times the bytes: sixteen times the time would be a square's.
        assertThat(Long.parseLong(result[3])).isLessThan(8 * Long.parseLong(result[2]) + 1000);
    }

    /** On the small JVM. */
    public static void main(String[] arguments) throws IOException {
        DocumentReader reader = new DocumentReader(MOST_UNPACKED);
        for (DocumentAttack attack : DocumentAttacks.ALL) {
            byte[] bytes = attack.bytes(attack.packing() == DocumentAttack.Packing.PLAIN ? FETCHED : UNPACKED);
            long begun = cpu();
            outcome(reader, Arrays.copyOf(bytes, bytes.length / 4));
            long quarter = cpu();
            String outcome = outcome(reader, bytes);
            System.out.println(attack.name() + "\t" + outcome + "\t" + (quarter - begun) + "\t" + (cpu() - quarter));
        }
    }

    private static String outcome(DocumentReader reader, byte[] bytes) {
        try {
            return outcome(reader.read(bytes, Optional.of("text/xml"), URL));
        } catch (Throwable e) {
            return e.toString();
        }
    }

    private static String outcome(Document document) {
        return switch (document) {
            case Document.Listing listing ->
                listing.kind() + " " + listing.entries().size();
            case Document.SitemapIndex index -> "INDEX " + index.children().size();
            case Document.Page page -> "PAGE " + page.feeds().size();
            case Document.Unreadable unreadable ->
                "unreadable: " + unreadable.why().replaceAll("\\s+", " ");
        };
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1_000_000;
    }
}
