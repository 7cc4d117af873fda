package org.onrecord.acceptance;

import java.io.IOException;
import java.sql.SQLException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.onrecord.benchmarks.hostile.Attack;
import org.onrecord.benchmarks.hostile.Finding;
import org.onrecord.benchmarks.hostile.Siege;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The worst of what {@code benchmarks/run hostile.Siege} does to the line, each with the heaps of the cluster: a page of a
 * well-behaved site is stored and told meanwhile, and every service is there afterwards, with its memory and its threads.
 */
@DisabledIfSystemProperty(named = "onrecord.executables", matches = "native")
class HostileTest {
    private static final int PAGE_BYTES = 5_000_000;

    private static Siege siege;

    @BeforeAll
    static void start() throws IOException, InterruptedException, SQLException {
        siege = Siege.of(RunningLine.PROJECT);
    }

    @AfterAll
    static void stop() throws IOException {
        siege.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page, body: paragraphs",
                "page, body: bold of different classes",
                "page, linked data: CDATA marks",
                "feed, packed elements",
                "feed, items",
                "extract, body: paragraphs",
                "text, titles",
                "bodies of 10 MB, 60 at once",
                "flood, CONTINUATION",
                "flood, 600 streams",
                "record on fetch-requests, noise",
                "record on outcomes, noise",
                "browser, no type of the body",
                "browser, a foreign host that reads"
            })
    void doesNoHarm(String attack) throws IOException, InterruptedException, SQLException {
        Finding finding = siege.suffer(Attack.named(attack, PAGE_BYTES));

        System.out.println(finding);
        assertThat(finding.faults()).isEmpty();
    }
}
