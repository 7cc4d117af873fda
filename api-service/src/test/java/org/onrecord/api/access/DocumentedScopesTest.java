package org.onrecord.api.access;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;

import static org.assertj.core.api.Assertions.assertThat;

/** The scope that the OpenAPI document names beside an operation is the least with which a request gets in. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
@TestProfile(DocumentedScopesTest.WithKeys.class)
class DocumentedScopesTest {

    private static final int FORBIDDEN = 403;

    @Inject
    DataSource database;

    @TestHTTPResource
    URI origin;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<Scope, KeySecret> keys = new EnumMap<>(Scope.class);

    @Test
    void eachOperationNamesTheScopeThatItIsRefusedWithout() throws Exception {
        try (Connection connection = database.getConnection()) {
            for (Scope scope : Scope.values()) {
                keys.put(scope, KeyCommand.create(connection, "a test's", scope, null));
            }
        }
        JsonNode document;
        try (InputStream body =
                send("GET", "/q/openapi?format=json", Scope.ADMIN, false).body()) {
            document = new ObjectMapper().readTree(body);
        }
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (operation.getValue().has("operationId")) {
                    compared++;
                    compare(operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue(), wrong);
                }
            }
        }

        assertThat(compared).isGreaterThan(50);
        assertThat(wrong).isEmpty();
        assertThat(document.at("/paths/~1v1~1analyze/post/x-required-scope").asText())
                .isEqualTo("read");
    }

    private void compare(String method, String path, JsonNode operation, List<String> wrong) throws Exception {
        Scope documented = Scope.of(operation.path("x-required-scope").asText());
        String asked = path.replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
        for (Scope scope : Scope.values()) {
            HttpResponse<InputStream> answer = send(method, asked, scope, operation.has("requestBody"));
            answer.body().close();
            boolean refused = answer.statusCode() == FORBIDDEN;
            if (refused == scope.allows(documented)) {
                wrong.add(method + " " + path + " names " + documented + ", and answers a key of scope " + scope + " "
                        + answer.statusCode());
            }
        }
    }

    private HttpResponse<InputStream> send(String method, String path, Scope scope, boolean hasBody) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(origin.getScheme() + "://" + origin.getAuthority() + path))
                .header("Authorization", "Bearer " + keys.get(scope).text())
                .header("Content-Type", "application/json")
                .method(method, hasBody ? BodyPublishers.ofString("{}") : BodyPublishers.noBody())
                .build();
        return client.send(request, BodyHandlers.ofInputStream());
    }

    /** As outside the local line, for a client in a hurry. */
    public static class WithKeys implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("onrecord.access.mode", "keys", "onrecord.access.requests-per-minute", "10000");
        }
    }
}
