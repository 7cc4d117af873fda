package org.onrecord.scraper.archive;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.onrecord.scraper.extract.ExtractedArticle;
import org.onrecord.scraper.extract.Extractor;

/** {@code re-extract DIR}: reads every page of an archive with today's extractor and shows what is different. */
public final class ReExtractCommand {

    private static final String USAGE = "usage: onrecord re-extract DIR   (a folder of .warc.gz files)";

    private final PrintStream out;
    private final PrintStream report;
    private final Extractor extractor = new Extractor();
    private int pages;
    private int changed;

    ReExtractCommand(PrintStream out, PrintStream report) {
        this.out = out;
        this.report = report;
    }

    public static void main(String[] arguments) {
        // The class path is a Quarkus service's, whose loggers want their own manager from the first line.
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        System.exit(new ReExtractCommand(System.out, System.err).run(arguments));
    }

    /** Returns the exit code: 0, 1 if the folder could not be read, 2 if the arguments make no sense. */
    int run(String... arguments) {
        if (arguments.length != 1 || !Files.isDirectory(Path.of(arguments[0]))) {
            report.println(USAGE);
            return 2;
        }
        try {
            new ArchivedPages(Path.of(arguments[0]), damage -> report.println("damaged: " + damage))
                    .forEach(this::compare);
        } catch (IOException e) {
            report.println("onrecord re-extract: " + e);
            return 1;
        }
        report.println(pages + " pages, " + changed + " of them read differently by " + Extractor.VERSION);
        return 0;
    }

    private void compare(ArchivedPage page) {
        pages++;
        List<String> diff = LineDiff.of(page.reading().orElse(""), reading(page).orElse(""));
        if (!diff.isEmpty()) {
            changed++;
            out.println("@ " + page.url());
            diff.forEach(out::println);
        }
    }

    private Optional<String> reading(ArchivedPage page) {
        return extractor.extract(page.body(), page.contentType(), Optional.of(page.url()))
                        instanceof ExtractedArticle article
                ? Optional.of(article.title() + "\n\n" + article.text())
                : Optional.empty();
    }
}
