package org.onrecord.scraper.archive;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;

import org.onrecord.egress.FetchResult.Fetched;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Pages go into real files and a real database. */
class ArchiveTest extends ArchiveFolder {
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

    private record ClosingArchive(Archive archive) implements AutoCloseable {
        @Override
        public void close() {
            archive.close();
        }
    }
}
