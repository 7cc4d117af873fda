package org.onrecord.samples.newsdesk;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Asks Onrecord what somebody has said. Reads what it needs of an answer and nothing else. Thread-safe. */
public final class Newsdesk implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final URI origin;
    private final String key;

    /**
     * @param origin of the API, such as {@code https://onrecord.example}
     * @param key that the API was given for this client, of scope {@code read}
     */
    public Newsdesk(URI origin, String key) {
        this.origin = origin;
        this.key = key;
    }

    /**
     * What somebody has said, alone or together with others, the newest first.
     *
     * @param speaker by name
     * @param most from 1 to 100
     * @throws RefusedException if the API says that it cannot answer this
     * @throws IOException if it cannot be reached
     */
    public List<Statement> saidBy(String speaker, int most) throws IOException, InterruptedException {
        JsonNode answer = get("/v1/quotes?limit=" + most + "&speaker=" + encoded(speaker));
        List<Statement> statements = new ArrayList<>();
        for (JsonNode quote : answer.required("items")) {
            statements.add(statement(quote));
        }
        return statements;
    }

    private static Statement statement(JsonNode quote) {
        List<String> speakers = new ArrayList<>();
        for (JsonNode speaker : quote.required("speakers")) {
            speakers.add(speaker.path("name").asText(speaker.required("surface").asText()));
        }
        JsonNode article = quote.required("article");
        return new Statement(
                UUID.fromString(quote.required("id").asText()),
                quote.required("text").asText(),
                quote.required("stance").asText(),
                speakers,
                quote.required("confidence").asDouble(),
                Optional.ofNullable(article.path("url").textValue()).map(URI::create),
                Instant.parse(article.required("date").asText()));
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(origin.resolve(path))
                .header("Authorization", "Bearer " + key)
                .header("Accept", "application/json, application/problem+json")
                .build();
        HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            JsonNode answer = json.readTree(body);
            if (response.statusCode() != 200) {
                throw new RefusedException(
                        answer.path("type").asText("about:blank"),
                        answer.path("detail").asText("status " + response.statusCode()));
            }
            return answer;
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
    }
}
