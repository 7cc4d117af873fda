package org.onrecord.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

import org.onrecord.local.Line;
import org.onrecord.local.LineOptions;
import org.onrecord.reflection.Recording;

import static io.restassured.RestAssured.given;
import static org.onrecord.acceptance.Eventually.eventually;

/** One packaged line for all test classes that ask for it, started as {@code ./onrecord up} starts it. */
final class RunningLine implements BeforeAllCallback, ParameterResolver {
    /** The folder of the whole project, seen from this module's. */
    static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();

    /** What its services look up by name is written there. */
    static final Recording LOOK_UPS = Recording.into(Path.of("target/look-ups"));

    private static final Set<Class<?>> PARTS = Set.of(Line.class, Press.class, TraceCollector.class);

    /** The line, and the press and the collector of its traces that stand beside it. */
    record Started(Line line, Press press, TraceCollector traces) implements AutoCloseable {
        @Override
        public void close() {
            line.close();
            press.close();
            traces.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(ExtensionContext.Namespace.create(RunningLine.class))
                .computeIfAbsent(Started.class, key -> start(), Started.class);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return PARTS.contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Started started = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(RunningLine.class))
                .get(Started.class, Started.class);
        Class<?> part = parameter.getParameter().getType();
        return part == Line.class ? started.line() : part == Press.class ? started.press() : started.traces();
    }

    /** Asks for a page to be read and returns where its fate can be followed. */
    static String submit(Line line, Map<String, String> submission) {
        return answered(() -> given().baseUri(line.api().origin().toString())
                        .contentType(ContentType.JSON)
                        .body(submission)
                        .when()
                        .post("/v1/articles"))
                .statusCode(202)
                .extract()
                .header("Location");
    }

    /** Waits until a submission has come to its end and returns its trace. */
    static JsonPath awaitEnd(Line line, String status) {
        return eventually()
                .pollInterval(Duration.ofMillis(100))
                .until(() -> get(line, status), trace -> !"pending".equals(trace.getString("status")));
    }

    /** Reads a page and returns the stored article. */
    static JsonPath read(Line line, String url) {
        JsonPath trace = awaitEnd(line, submit(line, Map.of("url", url)));
        return get(line, "/v1/articles/" + trace.getString("articleId"));
    }

    /** GETs what must answer 200. */
    static JsonPath get(Line line, String path) {
        return answered(() -> given().baseUri(line.api().origin().toString())
                        .urlEncodingEnabled(false)
                        .when()
                        .get(path))
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Asks again while it is told to, as when broker or database are too busy to answer in time. */
    private static ValidatableResponse answered(Callable<Response> question) {
        return eventually()
                .until(question, answer -> answer.statusCode() != 503)
                .then();
    }

    private static Started start() {
        try {
            Press press = Press.start();
            Path data = Files.createTempDirectory("onrecord-acceptance");
            TraceCollector traces = TraceCollector.start();
            Map<String, String> environment = new HashMap<>(traces.environment());
            environment.putAll(LOOK_UPS.environment());
            environment.put("ONRECORD_ALERTS_ALLOW", press.authority());
            Line line = new Line(
                    new LineOptions(PROJECT, data, List.of(press.authority()), environment, System.out::println));
            line.start();
            return new Started(line, press, traces);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
