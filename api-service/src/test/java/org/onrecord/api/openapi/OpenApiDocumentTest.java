package org.onrecord.api.openapi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** The committed document is the one that the code gives. {@code -Donrecord.openapi.write=true} writes it anew. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(KafkaTestResource.class)
class OpenApiDocumentTest {

    private static final Path COMMITTED = Path.of("openapi.yaml");

    private JsonNode document;

    @BeforeEach
    void read() throws IOException {
        document = new ObjectMapper().readTree(get("/q/openapi?format=json"));
    }

    @Test
    void theCommittedDocumentIsTheGeneratedOne() throws IOException {
        String generated = get("/q/openapi?format=yaml");
        if (Boolean.getBoolean("onrecord.openapi.write")) {
            Files.writeString(COMMITTED, generated);
        }

        assertThat(Files.readString(COMMITTED)).isEqualTo(generated);
    }

    @Test
    void everyOperationHasAnExampleThatItsSchemaAllows() {
        List<String> wrong = new ArrayList<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> wrong.addAll(wrongExamples(operation.getValue()))));

        assertThat(document.get("paths").size()).isGreaterThanOrEqualTo(7);
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyRefusalIsAProblemAndWhatMayBeRefusedSaysSo() {
        List<String> bare = new ArrayList<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    JsonNode responses = operation.getValue().get("responses");
                    responses.properties().stream()
                            .filter(response -> response.getKey().startsWith("4"))
                            .filter(response ->
                                    !response.getValue().path("content").has("application/problem+json"))
                            .forEach(response ->
                                    bare.add(path.getKey() + " " + operation.getKey() + " " + response.getKey()));
                    if (!responses.has("400") && operation.getValue().has("parameters")) {
                        bare.add(path.getKey() + " " + operation.getKey());
                    }
                }));

        assertThat(bare).isEmpty();
    }

    @Test
    void everyParameterSaysWhatItIsFor() {
        List<String> silent = document.findParents("in").stream()
                .filter(parameter -> parameter.path("in").asText().equals("query"))
                .filter(parameter -> parameter.path("description").asText().isBlank())
                .map(parameter -> parameter.path("name").asText())
                .toList();

        assertThat(silent).isEmpty();
    }

    @Test
    void swaggerUiIsThere() {
        given().when().get("/q/swagger-ui/").then().statusCode(200).contentType("text/html");
    }

    private List<String> wrongExamples(JsonNode operation) {
        List<String> wrong = new ArrayList<>();
        String id = operation.path("operationId").asText();
        operation
                .get("responses")
                .properties()
                .forEach(response -> response.getValue()
                        .path("content")
                        .forEach(content -> wrong.addAll(wrongExample(id + " " + response.getKey(), content))));
        operation
                .path("requestBody")
                .path("content")
                .forEach(content -> wrong.addAll(wrongExample(id + " request", content)));
        return wrong;
    }

    private List<String> wrongExample(String place, JsonNode content) {
        if (!content.has("example")) {
            return List.of(place + " has no example");
        }
        String schema = "{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\", \"allOf\": ["
                + content.get("schema") + "], \"components\": " + document.get("components") + "}";
        Schema expected = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema);
        return expected.validate(content.get("example").toString(), com.networknt.schema.InputFormat.JSON).stream()
                .map(Error::toString)
                .map(error -> place + ": " + error)
                .toList();
    }

    private static String get(String path) {
        return given().when().get(path).then().statusCode(200).extract().asString();
    }
}
