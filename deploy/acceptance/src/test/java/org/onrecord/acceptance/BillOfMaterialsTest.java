package org.onrecord.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The bill of materials is made from the POMs, and what ships by Quarkus, which may add a library of its own accord: that
 * one would be missing in the bill, and the check of licences would not see it either.
 */
class BillOfMaterialsTest {
    @ParameterizedTest
    @ValueSource(strings = {"scraper-service", "nlp-service", "api-service"})
    void everyLibraryThatShipsIsInTheBill(String service) throws IOException {
        Path made = RunningLine.PROJECT.resolve(service).resolve("target");
        Assumptions.assumeTrue(Files.exists(made.resolve("bom.json")), "built without -Dsbom");
        Assumptions.assumeTrue(Files.exists(made.resolve("quarkus-app")), "an executable holds no jars");

        Set<String> shipped = new TreeSet<>();
        for (String libraries : List.of("lib/boot", "lib/main")) {
            try (Stream<Path> jars = Files.list(made.resolve("quarkus-app").resolve(libraries))) {
                jars.map(jar -> jar.getFileName().toString()).forEach(shipped::add);
            }
        }

        assertThat(shipped).isNotEmpty().isSubsetOf(libraries(made.resolve("bom.json")));
    }

    private static Set<String> libraries(Path bill) throws IOException {
        Set<String> named = new TreeSet<>();
        for (JsonNode component : new ObjectMapper().readTree(bill.toFile()).path("components")) {
            named.add(component.path("group").asText() + "."
                    + component.path("name").asText() + "-"
                    + component.path("version").asText() + classifier(component) + ".jar");
        }
        return named;
    }

    private static String classifier(JsonNode component) {
        String url = component.path("purl").asText();
        int at = url.indexOf("classifier=");
        return at < 0 ? "" : "-" + url.substring(at + "classifier=".length()).split("&")[0];
    }
}
