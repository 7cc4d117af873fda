package org.onrecord.scraper.archive;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.onrecord.contracts.Article;
import org.onrecord.egress.FetchResult.Fetched;
import org.onrecord.scraper.Pages;
import org.onrecord.scraper.extract.Unreadable;

import static org.assertj.core.api.Assertions.assertThat;

class ReExtractCommandTest extends ArchiveFolder {
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
