package org.onrecord.scraper.archive;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.onrecord.chassis.environment.Environment;
import org.onrecord.scraper.extract.ExtractedArticle;
import org.onrecord.scraper.extract.Extraction;
import org.onrecord.scraper.extract.Extractor;
import org.onrecord.scraper.extract.limit.TimeLimit;

/** {@code re-extract [DIR]}: reads every page of an archive with today's extractor and shows what is different. */
public final class ReExtractCommand {

    private static final String FOLDER = "ONRECORD_ARCHIVE";

    private final PrintStream out;
    private final PrintStream report;
    private final TimeLimit time = new TimeLimit(TimeLimit.DEFAULT);
    private final Function<ArchivedPage, Extraction> extractor;
    private int pages;
    private int changed;

    /** @param extractor reads a page */
    ReExtractCommand(PrintStream out, PrintStream report, Function<ArchivedPage, Extraction> extractor) {
        this.out = out;
        this.report = report;
        this.extractor = extractor;
    }

    ReExtractCommand(PrintStream out, PrintStream report) {
        this(out, report, today());
    }

    private static Function<ArchivedPage, Extraction> today() {
        Extractor extractor = new Extractor();
        return page -> extractor.extract(page.body(), page.contentType(), Optional.of(page.url()));
    }

    /**
     * Reads the archive in the folder that is named, or else in the one that {@code ONRECORD_ARCHIVE} names.
     *
     * @return exit status: 0 done, 1 the folder could not be read, 2 there is none
     */
    public static int run(List<String> arguments) {
        List<String> given = arguments.isEmpty()
                ? Environment.ofThisProcess().text(FOLDER).stream().toList()
                : arguments;
        return new ReExtractCommand(System.out, System.err).run(given.toArray(String[]::new));
    }

    int run(String... folder) {
        if (folder.length != 1) {
            report.println("re-extract: name one folder of .warc.gz files, or set " + FOLDER);
            return Environment.WRONG;
        }
        if (!isFolder(folder[0])) {
            report.println("re-extract: there is no folder " + folder[0]);
            return Environment.WRONG;
        }
        try {
            new ArchivedPages(Path.of(folder[0]), damage -> report.println("damaged: " + damage))
                    .forEach(this::tryToCompare);
        } catch (IOException e) {
            report.println("re-extract: cannot read " + folder[0] + ": " + e.getMessage());
            return 1;
        }
        report.println(pages + " pages, " + changed + " of them read differently by " + Extractor.VERSION);
        return 0;
    }

    private static boolean isFolder(String name) {
        try {
            return Files.isDirectory(Path.of(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** One page is one page's failure: those behind it are compared. */
    private void tryToCompare(ArchivedPage page) {
        pages++;
        try {
            compare(page);
        } catch (RuntimeException | StackOverflowError e) {
            report.println("left out, not read: " + page.url() + ": " + e);
        }
    }

    private void compare(ArchivedPage page) {
        List<String> diff = LineDiff.of(page.reading().orElse(""), reading(page).orElse(""));
        if (!diff.isEmpty()) {
            changed++;
            out.println("@ " + page.url());
            diff.forEach(out::println);
        }
    }

    private Optional<String> reading(ArchivedPage page) {
        return time.run(() -> extractor.apply(page))
                .filter(ExtractedArticle.class::isInstance)
                .map(ExtractedArticle.class::cast)
                .map(article -> article.title() + "\n\n" + article.text());
    }
}
