package org.onrecord.local.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.onrecord.local.Patience;

/** The few calls of the REST API that the demo makes. */
final class ApiClient implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int UNAVAILABLE = 503;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Patience.LONGEST).build();
    private final URI api;

    ApiClient(URI api) {
        this.api = api;
    }

    /** Asks for a page to be read and returns where its fate can be followed. */
    URI submit(URI page) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(api.resolve("/v1/articles"))
                .header("Content-Type", "application/json")
                .timeout(Patience.LONGEST)
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(Map.of("url", page.toString()))))
                .build();
        HttpResponse<String> response = send(request);
        if (response.statusCode() == 401) {
            throw new IOException(
                    "the line that runs here asks for keys, and the demo has none: stop it by ./onrecord down");
        }
        if (response.statusCode() != 202) {
            throw new IOException(
                    "POST " + request.uri() + " answered " + response.statusCode() + " " + response.body());
        }
        return api.resolve(response.headers().firstValue("Location").orElseThrow());
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return get(api.resolve(path));
    }

    JsonNode get(URI uri) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(uri).timeout(Patience.LONGEST).build();
        HttpResponse<String> response = send(request);
        if (response.statusCode() != 200) {
            throw new IOException("GET " + uri + " answered " + response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body());
    }

    /** Again for as long as it is told to come back, as on a machine where broker or database are too busy to answer in time. */
    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(Patience.LONGEST);
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        while (response.statusCode() == UNAVAILABLE && Instant.now().isBefore(end)) {
            TimeUnit.SECONDS.sleep(1);
            response = client.send(request, HttpResponse.BodyHandlers.ofString());
        }
        return response;
    }

    @Override
    public void close() {
        client.close();
    }
}
