package org.onrecord.api.stream;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Scanner;
import java.util.concurrent.CopyOnWriteArrayList;

/** A client of the stream, as a program would be: it notes the events that it was sent. */
final class Listening implements AutoCloseable {

    /** @param id as it was sent */
    record Event(String id, String data) {}

    /** A connection each, as browsers have it. */
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final InputStream body;
    private final List<Event> events = new CopyOnWriteArrayList<>();

    private Listening(InputStream body) {
        this.body = body;
    }

    /** Returns when the stream is open. */
    static Listening to(URI url, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(url);
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<InputStream> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            throw new IOException("status " + response.statusCode());
        }
        if (!response.headers().firstValue("Cache-Control").equals(Optional.of("no-store"))
                || !response.headers().firstValue("X-Accel-Buffering").equals(Optional.of("no"))) {
            throw new IOException("a proxy may keep it: " + response.headers());
        }
        Listening listening = new Listening(response.body());
        Thread.ofVirtual().start(listening::read);
        return listening;
    }

    List<Event> events() {
        return events;
    }

    private void read() {
        try (Scanner lines = new Scanner(body, StandardCharsets.UTF_8).useDelimiter("\n\n")) {
            while (lines.hasNext()) {
                List<String> fields = new ArrayList<>(Arrays.asList(lines.next().split("\n")));
                String data = value(fields, "data");
                if (!data.isEmpty()) {
                    events.add(new Event(value(fields, "id"), data));
                }
            }
        }
    }

    private static String value(List<String> fields, String name) {
        return fields.stream()
                .filter(field -> field.startsWith(name + ":"))
                .map(field -> field.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
