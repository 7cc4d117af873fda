package org.onrecord.acceptance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

import io.restassured.http.ContentType;

import org.onrecord.contracts.OutcomeReason;
import org.onrecord.local.Executables;
import org.onrecord.local.Line;
import org.onrecord.local.ServiceProcess;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.acceptance.Eventually.eventually;

/** Dashboard and alerts speak of metrics, labels and reasons that the running services have. */
@ExtendWith(RunningLine.class)
class ObservabilityTest {

    private static final Path FOLDER = RunningLine.PROJECT.resolve("deploy/observability");
    /** The number of a story that no other test reads. */
    private static final int OBSERVED = 610;

    /** Made by Prometheus itself. */
    private static final Set<String> OF_PROMETHEUS = Set.of("up", "job", "instance");

    /** What the panels say whose metrics Micrometer does not have there. */
    private static final String NOT_IN_EXECUTABLES = "No data from native executables";

    private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-z_][a-z0-9_]*)(?:\\{(.*)})? \\S+$");
    private static final Pattern LABEL = Pattern.compile("([a-z_][a-z0-9_]*)=\"");
    private static final Pattern LEGEND = Pattern.compile("\\{\\{ *(?:\\$labels\\.)?([a-z_]+) *}}");

    /** @param shown labels that legend or message shows */
    private record Expression(String of, String text, Set<String> shown) {}

    @Test
    void everyExpressionSpeaksOfWhatIsThere(Line line, Press press) throws IOException {
        RunningLine.read(line, press.story(OBSERVED));
        RunningLine.get(line, "/v1/quotes");
        given().baseUri(line.api().origin().toString())
                .contentType(ContentType.JSON)
                .body(Map.of("url", "http://" + press.authority() + "/nothing-here.xml"))
                .post("/v1/sources");
        List<Expression> expressions = new ArrayList<>(alerts());
        expressions.addAll(panels());
        assertThat(expressions).hasSizeGreaterThan(30);

        eventually().untilAsserted(() -> {
            Map<String, Set<String>> metrics = metrics(line);
            assertThat(expressions).allSatisfy(expression -> {
                PromQl asked = PromQl.of(expression.text());
                assertThat(asked.metrics()).as(expression.of()).isNotEmpty();
                Set<String> labels = new HashSet<>(OF_PROMETHEUS);
                for (String metric : asked.metrics()) {
                    assertThat(OF_PROMETHEUS.contains(metric) || metrics.containsKey(metric))
                            .as(expression.of() + ": " + metric)
                            .isTrue();
                    labels.addAll(metrics.getOrDefault(metric, Set.of()));
                }
                assertThat(labels)
                        .as(expression.of())
                        .containsAll(asked.labels())
                        .containsAll(expression.shown());
                assertThat(reasons()).as(expression.of()).containsAll(asked.reasons());
            });
        });
    }

    @Test
    void anExpressionIsTakenApart() {
        assertThat(PromQl.of("sum by (host) (rate(pages_total{reason=~\"a|b\",x!=\"y\"}[5m])) / on (job) up > 0.5"))
                .isEqualTo(new PromQl(
                        Set.of("pages_total", "up"), Set.of("host", "reason", "x", "job"), Set.of("a", "b")));
    }

    private static List<Expression> alerts() throws IOException {
        List<Expression> expressions = new ArrayList<>();
        JsonNode file = new ObjectMapper(new YAMLFactory())
                .readTree(FOLDER.resolve("alerts.yaml").toFile());
        for (JsonNode rule : file.at("/groups/0/rules")) {
            JsonNode texts = rule.get("annotations");
            assertThat(texts.path("description").asText()).as(rule.toString()).isNotBlank();
            expressions.add(new Expression(
                    rule.get("alert").asText(),
                    rule.get("expr").asText(),
                    shown(texts.get("summary").asText())));
        }
        return expressions;
    }

    private static List<Expression> panels() throws IOException {
        List<Expression> expressions = new ArrayList<>();
        JsonNode dashboard =
                new ObjectMapper().readTree(FOLDER.resolve("dashboard.json").toFile());
        for (JsonNode panel : dashboard.get("panels")) {
            if (Executables.chosen() == Executables.NATIVE
                    && panel.path("description").asText().contains(NOT_IN_EXECUTABLES)) {
                continue;
            }
            for (JsonNode target : panel.path("targets")) {
                expressions.add(new Expression(
                        panel.get("title").asText(),
                        target.get("expr").asText(),
                        shown(target.get("legendFormat").asText())));
            }
        }
        return expressions;
    }

    private static Set<String> shown(String text) {
        return LEGEND.matcher(text).results().map(m -> m.group(1)).collect(Collectors.toSet());
    }

    private static Set<String> reasons() {
        return Arrays.stream(OutcomeReason.values())
                .map(reason -> reason.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.toSet());
    }

    /** The names of all samples that the services show, each with its labels. */
    private static Map<String, Set<String>> metrics(Line line) {
        Map<String, Set<String>> metrics = new HashMap<>();
        for (ServiceProcess service : line.services()) {
            // In OpenMetrics a sample may be followed by the trace it is an example of.
            String text = given().accept("text/plain")
                    .get(service.origin() + "/q/metrics")
                    .asString();
            Matcher sample = SAMPLE.matcher(text);
            while (sample.find()) {
                Set<String> labels = metrics.computeIfAbsent(sample.group(1), name -> new HashSet<>());
                if (sample.group(2) != null) {
                    LABEL.matcher(sample.group(2)).results().forEach(label -> labels.add(label.group(1)));
                }
            }
        }
        return metrics;
    }
}
