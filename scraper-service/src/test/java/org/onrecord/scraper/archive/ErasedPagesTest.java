package org.onrecord.scraper.archive;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

import org.onrecord.egress.FetchResult.Fetched;
import org.onrecord.scraper.Pages;

import static org.assertj.core.api.Assertions.assertThat;

/** What was taken down leaves the files of the archive. */
class ErasedPagesTest extends ArchiveFolder {
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
}
