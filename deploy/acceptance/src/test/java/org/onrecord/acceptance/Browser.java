package org.onrecord.acceptance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import static org.junit.jupiter.api.Assumptions.abort;

/** A real Chromium, driven as the W3C's WebDriver has it by the driver that comes with it. Not thread-safe. */
final class Browser implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("successfully on port (\\d+)");
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process driver;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String session;

    private Browser(Process driver, int port) throws IOException, InterruptedException {
        this.driver = driver;
        String base = "http://127.0.0.1:" + port + "/session";
        List<String> arguments =
                List.of("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--lang=en-GB");
        JsonNode answer = send(
                "POST",
                base,
                Map.of(
                        "capabilities",
                        Map.of(
                                "alwaysMatch",
                                Map.of(
                                        "timeouts",
                                        Map.of("pageLoad", PATIENCE.toMillis(), "script", PATIENCE.toMillis()),
                                        "goog:chromeOptions",
                                        Map.of("args", arguments)))));
        this.session = base + "/" + answer.get("sessionId").asText();
    }

    /** Skips the test, visibly, where there is none. */
    static Browser start() throws IOException, InterruptedException {
        Path driver = Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, "chromedriver"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(() -> abort("chromedriver not found (Debian: apt-get install chromium chromium-driver)"));
        Process process = new ProcessBuilder(driver.toString(), "--port=0")
                .redirectErrorStream(true)
                .start();
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher port = PORT.matcher(line);
            if (port.find()) {
                Thread.ofPlatform().daemon().start(() -> said.lines().forEach(rest -> {}));
                return new Browser(process, Integer.parseInt(port.group(1)));
            }
        }
        throw new IOException("chromedriver ended without naming a port");
    }

    void open(String url) throws IOException, InterruptedException {
        command("url", Map.of("url", url));
    }

    /** Width and height of the page, and which colours its reader asked their system for. */
    void look(int width, int height, String scheme) throws IOException, InterruptedException {
        develop(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        develop(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** What the body of a function returns that is run in the page. */
    JsonNode run(String script, Object... arguments) throws IOException, InterruptedException {
        return command("execute/sync", Map.of("script", script, "args", arguments));
    }

    /** The same of one that hands what it has to its last argument. */
    JsonNode await(String script) throws IOException, InterruptedException {
        return command("execute/async", Map.of("script", script, "args", List.of()));
    }

    String text(String selector) throws IOException, InterruptedException {
        return run("return document.querySelector(arguments[0])?.textContent ?? ''", selector)
                .asText();
    }

    int count(String selector) throws IOException, InterruptedException {
        return run("return document.querySelectorAll(arguments[0]).length", selector)
                .asInt();
    }

    String url() throws IOException, InterruptedException {
        return run("return location.href").asText();
    }

    void click(String selector) throws IOException, InterruptedException {
        JsonNode element = command("element", Map.of("using", "css selector", "value", selector));
        command("element/" + element.elements().next().asText() + "/click", Map.of());
    }

    /** As fingers type; the WebDriver's own characters stand for other keys. */
    void type(String keys) throws IOException, InterruptedException {
        List<Map<String, String>> strokes = new ArrayList<>();
        keys.codePoints().mapToObj(Character::toString).forEach(key -> {
            strokes.add(Map.of("type", "keyDown", "value", key));
            strokes.add(Map.of("type", "keyUp", "value", key));
        });
        command("actions", Map.of("actions", List.of(Map.of("type", "key", "id", "keys", "actions", strokes))));
    }

    /** What can be seen, as a PNG. */
    byte[] picture() throws IOException, InterruptedException {
        return Base64.getDecoder()
                .decode(send("GET", session + "/screenshot", null).asText());
    }

    /** What the axe of Deque finds wrong with the page for people who see, hear or move otherwise. */
    List<String> barriers() throws IOException, InterruptedException {
        try (InputStream axe = Browser.class.getResourceAsStream("/axe.min.js")) {
            run(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
        }
        JsonNode found = await("""
                const done = arguments[arguments.length - 1];
                axe.run({resultTypes: ['violations']}).then(found => done(found.violations.flatMap(violation =>
                    violation.nodes.map(node => violation.id + ': ' + node.html + ' ' + node.failureSummary))), done)""");
        List<String> barriers = new ArrayList<>();
        found.forEach(barrier -> barriers.add(barrier.asText()));
        return barriers;
    }

    private void develop(String command, Map<String, ?> parameters) throws IOException, InterruptedException {
        command("goog/cdp/execute", Map.of("cmd", command, "params", parameters));
    }

    private JsonNode command(String path, Object body) throws IOException, InterruptedException {
        return send("POST", session + "/" + path, body);
    }

    private JsonNode send(String method, String url, Object body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(PATIENCE)
                .method(
                        method,
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        JsonNode value = JSON.readTree(answer.body()).get("value");
        if (answer.statusCode() != 200) {
            throw new IOException("the browser did not do " + url + ": " + value);
        }
        return value;
    }

    @Override
    public void close() {
        try {
            send("DELETE", session, null);
        } catch (IOException e) {
            // It is ended below in any case.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            driver.destroy();
            client.close();
        }
    }
}
