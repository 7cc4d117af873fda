package org.onrecord.scraper.archive;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.onrecord.contracts.Article;
import org.onrecord.egress.FetchResult.Fetched;
import org.onrecord.scraper.Pages;

import static org.assertj.core.api.Assertions.assertThat;

/** Pages come out of the files again, whole or not at all. */
class ArchivedPagesTest extends ArchiveFolder {
    @Test
    void aBodyThatIsNotWhatItsDigestSaysIsLeftOutAndTold() throws Exception {
        Fetched page = page("https://news.example/a", "<p>First.</p>");
        try (Segment segment = Segment.begin(folder, Instant.now())) {
            segment.write(
                    WarcRecords.response(UUID.randomUUID(), page, WarcRecords.digest(new byte[] {1}), Extent.WHOLE));
            segment.write(WarcRecords.response(UUID.randomUUID(), page, WarcRecords.digest(page.body()), Extent.WHOLE));
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
}
