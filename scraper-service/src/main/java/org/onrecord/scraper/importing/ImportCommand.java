package org.onrecord.scraper.importing;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.onrecord.chassis.environment.Environment;

/**
 * {@code import PATH}: sends the articles of a file of JSON Lines, or the pages of a WARC file or of a folder of HTML and WARC files, to
 * the API, and tells what became of them.
 */
public final class ImportCommand {
    private static final String API = "ONRECORD_API_URL";
    private static final String KEY = "ONRECORD_KEY";
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int FIRST_OF_OTHERS = 300;
    private static final int FIRST_OF_FAULTS = 500;

    private final ObjectMapper json = new ObjectMapper();
    private final URI api;
    private final Optional<String> key;
    private final PrintStream out;
    private final PrintStream report;

    private ImportCommand(URI api, Optional<String> key, PrintStream out, PrintStream report) {
        this.api = api;
        this.key = key;
        this.out = out;
        this.report = report;
    }

    /**
     * Imports what the argument names into the API at {@code ONRECORD_API_URL} with the key {@code ONRECORD_KEY}.
     *
     * @return exit status: 0 done, 1 failed, 2 wrong arguments or variables
     */
    public static int run(List<String> arguments) throws InterruptedException {
        return run(arguments, Environment.ofThisProcess(), System.out, System.err);
    }

    static int run(List<String> arguments, Environment environment, PrintStream out, PrintStream report)
            throws InterruptedException {
        Optional<Path> path = arguments.stream().findFirst().flatMap(ImportCommand::path);
        if (arguments.size() != 1 || path.isEmpty()) {
            report.println(
                    "import: name a file of JSON Lines, a WARC file, or a folder of HTML or WARC files that is there");
            return Environment.WRONG;
        }
        URI api;
        try {
            api = URI.create(environment.text(API).orElse("http://localhost:8080"))
                    .resolve("/v1/imports");
        } catch (IllegalArgumentException e) {
            report.println("import: " + API + " is no URL, such as http://localhost:8080");
            return Environment.WRONG;
        }
        try {
            return new ImportCommand(api, environment.text(KEY), out, report).run(path.get());
        } catch (RefusedException e) {
            report.println("import: " + e.getMessage());
            return 1;
        } catch (UncheckedIOException e) {
            report.println("import: cannot be read: " + e.getCause().getMessage());
            return 1;
        } catch (IOException e) {
            report.println(
                    "import: " + Optional.ofNullable(e.getMessage()).orElse("the API at " + api + " cannot be reached")
                            + "; run it again, nothing is done twice");
            return 1;
        }
    }

    private static Optional<Path> path(String name) {
        try {
            return Optional.of(Path.of(name)).filter(Files::exists);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** What the API does not take, however often it is sent. */
    private static final class RefusedException extends IOException {
        private static final long serialVersionUID = 1L;

        RefusedException(String message) {
            super(message);
        }
    }

    private int run(Path path) throws IOException, InterruptedException {
        // Of pages: where the one of each line comes from.
        List<String> origins = new ArrayList<>();
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpResponse<String> accepted = client.send(
                    request(api)
                            .header("Content-Type", "application/jsonl")
                            .POST(body(path, origins))
                            .build(),
                    BodyHandlers.ofString());
            JsonNode status = checked(accepted);
            String location = accepted.headers().firstValue("Location").orElse("");
            long lines = status.path("lines").asLong();
            report.printf("import: %,d %s taken, %s%n", lines, lines == 1 ? "line" : "lines", api.resolve(location));
            while (status.path("waiting").asLong() > 0) {
                report.printf(
                        "import: %,d of %,d lines read%n",
                        status.path("lines").asLong() - status.path("waiting").asLong(),
                        status.path("lines").asLong());
                Thread.sleep(PAUSE);
                status = checked(client.send(request(api.resolve(location)).build(), BodyHandlers.ofString()));
            }
            tell(status, origins);
            return 0;
        }
    }

    private HttpRequest.Builder request(URI url) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url);
        key.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        return request;
    }

    private BodyPublisher body(Path path, List<String> origins) throws IOException {
        List<Path> files = Files.isDirectory(path) ? PageLines.in(path) : List.of(path);
        if (files.isEmpty()) {
            throw new RefusedException("there is no HTML or WARC file in " + path);
        }
        if (!Files.isDirectory(path) && !PageLines.isWarc(path) && !PageLines.isHtml(path)) {
            return BodyPublishers.ofFile(path);
        }
        Iterable<byte[]> lines = () -> {
            PageLines pages = new PageLines(files, left -> report.println("left out: " + left));
            origins.clear();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return pages.hasNext();
                }

                @Override
                public byte[] next() {
                    byte[] line = pages.next();
                    origins.add(pages.origin());
                    if (origins.size() % 1000 == 0) {
                        report.printf("import: %,d pages sent%n", origins.size());
                    }
                    return line;
                }
            };
        };
        return BodyPublishers.ofByteArrays(lines);
    }

    private JsonNode checked(HttpResponse<String> answer) throws IOException {
        JsonNode body = json.readTree(answer.body());
        if (answer.statusCode() >= FIRST_OF_OTHERS) {
            String why = body.path("detail").asText("the API answered " + answer.statusCode());
            throw answer.statusCode() < FIRST_OF_FAULTS ? new RefusedException(why) : new IOException(why);
        }
        return body;
    }

    private void tell(JsonNode status, List<String> origins) {
        status.path("outcomes")
                .properties()
                .forEach(end -> out.println(end.getKey() + "\t" + end.getValue().asLong()));
        for (String other : List.of("known", "broken")) {
            if (status.path(other).asLong() > 0) {
                out.println(other + "\t" + status.path(other).asLong());
            }
        }
        status.path("problems").forEach(problem -> {
            int line = problem.path("line").asInt();
            String where = line <= origins.size() ? origins.get(line - 1) : "line " + line;
            out.println(where + "\t" + problem.path("reason").asText() + "\t"
                    + problem.path("detail").asText(""));
        });
    }
}
