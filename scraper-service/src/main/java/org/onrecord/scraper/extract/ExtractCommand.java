package org.onrecord.scraper.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.onrecord.chassis.environment.FileFault;
import org.onrecord.scraper.extract.limit.TimeLimit;

/**
 * Extracts a folder of saved pages: {@code DIR/{id}.html} or {@code DIR/{id}.html.gz}, with {@code DIR/{id}.json} giving
 * its {@code url} where known, becomes {@code OUT/{id}.json} with {@code articleBody}, {@code title}, {@code authors} and
 * {@code date}.
 */
public final class ExtractCommand {
    private static final String USAGE = "Usage: onrecord extract DIR OUT";

    private final ObjectMapper json = JsonMapper.builder()
            // Descriptions that other tools wrote may hold NaN.
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();
    private final Extractor extractor = new Extractor();
    private final TimeLimit time = new TimeLimit(TimeLimit.DEFAULT);
    private final PrintStream report;

    ExtractCommand(PrintStream report) {
        this.report = report;
    }

    public static void main(String[] arguments) {
        // The class path is a Quarkus service's, whose loggers want their own manager from the first line.
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        System.exit(new ExtractCommand(System.err).run(arguments));
    }

    /** Returns the exit code: 0, 1 if a file could not be read or written, 2 if the arguments make no sense. */
    int run(String... arguments) {
        if (arguments.length != 2 || !Files.isDirectory(Path.of(arguments[0]))) {
            report.println(USAGE);
            return 2;
        }
        try {
            extractAll(Path.of(arguments[0]), Files.createDirectories(Path.of(arguments[1])));
            return 0;
        } catch (IOException e) {
            report.println("onrecord extract: " + FileFault.of(e));
            return 1;
        }
    }

    private void extractAll(Path pages, Path out) throws IOException {
        int articles = 0;
        int others = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(pages, "*.{html,html.gz}")) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                String id = name.substring(0, name.lastIndexOf(".html"));
                Extraction extraction = extraction(bytes(file), url(pages.resolve(id + ".json")));
                if (extraction instanceof ExtractedArticle) {
                    articles++;
                } else {
                    others++;
                    report.println(id + ": " + extraction);
                }
                json.writerWithDefaultPrettyPrinter()
                        .writeValue(out.resolve(id + ".json").toFile(), row(extraction));
            }
        }
        report.println(articles + " articles, " + others + " pages without one");
    }

    private Extraction extraction(byte[] page, Optional<URI> url) {
        return time.run(() -> extractor.extract(page, Optional.empty(), url))
                .orElseGet(() -> new OutOfTime(time.limit()));
    }

    private ObjectNode row(Extraction extraction) {
        ObjectNode row = json.createObjectNode();
        switch (extraction) {
            case ExtractedArticle article -> {
                row.put("articleBody", article.text());
                row.put("title", article.title());
                article.authors().forEach(row.putArray("authors")::add);
                article.publishedDay().ifPresent(date -> row.put("date", date.toString()));
            }
            case NotAnArticle page -> row.put("outcome", page.cause().name());
            case TooLong page -> row.put("outcome", page.toString());
            case TooManyNodes page -> row.put("outcome", page.toString());
            case OutOfTime page -> row.put("outcome", page.toString());
            case Unreadable page -> row.put("outcome", page.cause().name());
        }
        return row;
    }

    private static byte[] bytes(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (!file.toString().endsWith(".gz")) {
            return bytes;
        }
        try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return unpacked.readNBytes(Extractor.MAX_PAGE_BYTES + 1);
        }
    }

    private Optional<URI> url(Path description) throws IOException {
        if (!Files.exists(description)) {
            return Optional.empty();
        }
        JsonNode url = json.readTree(description.toFile()).path("url");
        try {
            return url.isTextual() ? Optional.of(new URI(url.textValue())) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
