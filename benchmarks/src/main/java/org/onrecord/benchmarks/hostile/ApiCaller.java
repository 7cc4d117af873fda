package org.onrecord.benchmarks.hostile;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Asks the API service for what an attack is made of, and waits for what becomes of it. Thread-safe. */
final class ApiCaller {
    private static final JsonMapper JSON = new JsonMapper();
    static final Duration ANSWERS_WITHIN = Duration.ofSeconds(100);
    private static final Duration LOOKED_AT_WITHIN = Duration.ofMinutes(1);

    private final URI api;
    private final HttpClient client;
    private final ExecutorService workers;

    /** @param workers of which each waits for one answer */
    ApiCaller(URI api, HttpClient client, ExecutorService workers) {
        this.api = api;
        this.client = client;
        this.workers = workers;
    }

    /** Asks for pages, and waits until each has come to its end. */
    String ask(List<String> urls) throws IOException, InterruptedException {
        List<byte[]> submissions = new ArrayList<>();
        for (String url : urls) {
            submissions.add(JSON.writeValueAsBytes(Map.of("url", url)));
        }
        return submit(submissions);
    }

    /** Submits what is to be read, and waits until each has come to its end. */
    String submit(List<byte[]> submissions) throws IOException, InterruptedException {
        return tally(submissions.stream()
                .map(submission -> workers.submit(() -> end(send("POST", "/v1/articles", submission))))
                .toList());
    }

    /** Adds sources, waits until they were looked at, and takes them away again. */
    String watch(List<String> urls) throws IOException, InterruptedException {
        return tally(
                urls.stream().map(url -> workers.submit(() -> watched(url))).toList());
    }

    /** Sends a body, and returns what it is answered with. */
    String post(String path, byte[] body) throws IOException, InterruptedException {
        return String.valueOf(send("POST", path, body).statusCode());
    }

    /** Sends bodies at the same time. */
    String postAll(String path, List<byte[]> bodies) throws IOException, InterruptedException {
        return tally(bodies.stream()
                .map(body -> workers.submit(() -> post(path, body)))
                .toList());
    }

    private String end(HttpResponse<String> answer) throws IOException, InterruptedException {
        String location = answer.headers().firstValue("Location").orElse(null);
        if (location == null) {
            return String.valueOf(answer.statusCode());
        }
        while (true) {
            JsonNode trace = get(location);
            String status = trace.path("status").asText("pending");
            if (!status.equals("pending")) {
                return status;
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private String watched(String url) throws IOException, InterruptedException {
        HttpResponse<String> added = send("POST", "/v1/sources", JSON.writeValueAsBytes(Map.of("url", url)));
        String location = added.headers().firstValue("Location").orElse(null);
        if (location == null) {
            return String.valueOf(added.statusCode());
        }
        JsonNode source = get(location);
        long end = System.nanoTime() + LOOKED_AT_WITHIN.toNanos();
        while (!isLookedAt(source) && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(200);
            source = get(location);
        }
        send("DELETE", location, new byte[0]);
        String found = source.path("articlesFound").asText("0");
        return source.path("state").asText() + (found.equals("0") ? "" : " " + found);
    }

    /** Found to be nothing, or each of its channels polled once. */
    private static boolean isLookedAt(JsonNode source) {
        return source.hasNonNull("lastError")
                || !source.path("channels").isEmpty()
                        && source.path("channels").valueStream().allMatch(channel -> channel.hasNonNull("polledAt"));
    }

    /** An object without fields where it cannot be had now. */
    private JsonNode get(String path) throws InterruptedException {
        try {
            HttpResponse<String> answer = send("GET", path, new byte[0]);
            return answer.statusCode() == 200 ? JSON.readTree(answer.body()) : JSON.createObjectNode();
        } catch (IOException notNow) {
            return JSON.createObjectNode();
        }
    }

    HttpResponse<String> send(String method, String path, byte[] body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(api.resolve(path))
                .timeout(ANSWERS_WITHIN)
                .header("Content-Type", "application/json")
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    /** How often each outcome came, the commonest words first. */
    private static String tally(List<Future<String>> outcomes) throws InterruptedException {
        Map<String, Integer> counts = new TreeMap<>();
        for (Future<String> outcome : outcomes) {
            try {
                counts.merge(outcome.get(), 1, Integer::sum);
            } catch (ExecutionException e) {
                counts.merge(e.getCause().getClass().getSimpleName(), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .map(count -> count.getValue() == 1 ? count.getKey() : count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", "));
    }
}
