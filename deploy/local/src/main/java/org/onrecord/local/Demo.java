package org.onrecord.local;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Has the pages of the seed site read, by the same REST calls that any client makes, and prints who said what in them.
 */
final class Demo {
    private final URI api;
    private final URI site;
    private final PrintStream out;

    Demo(URI api, URI site, PrintStream out) {
        this.api = api;
        this.site = site;
        this.out = out;
    }

    /** Returns the exit status: 0 if every page was accounted for. */
    int run() throws IOException, InterruptedException {
        try (ApiClient client = new ApiClient(api)) {
            Map<URI, URI> statusByPage = new LinkedHashMap<>();
            for (URI page : SeedFeed.read(site.resolve("/feed.xml"))) {
                statusByPage.put(page, client.submit(page));
            }
            out.println("onrecord: reading the " + statusByPage.size() + " pages of " + site + "/feed.xml");
            Instant end = Instant.now().plus(Patience.LONGEST);
            boolean all = true;
            for (var entry : statusByPage.entrySet()) {
                all &= print(client, entry.getKey(), awaitEnd(client, entry.getValue(), end));
            }
            printWhereToGoOn();
            return all ? 0 : 1;
        }
    }

    private JsonNode awaitEnd(ApiClient client, URI status, Instant end) throws IOException, InterruptedException {
        JsonNode trace = client.get(status);
        while (trace.path("status").asText().equals("pending") && Instant.now().isBefore(end)) {
            TimeUnit.MILLISECONDS.sleep(100);
            trace = client.get(status);
        }
        return trace;
    }

    private boolean print(ApiClient client, URI page, JsonNode trace) throws IOException, InterruptedException {
        out.println();
        if (trace.path("articleId").isMissingNode() || trace.path("articleId").isNull()) {
            out.println(page);
            out.println("  no article: " + trace.path("status").asText());
            return !trace.path("status").asText().equals("pending");
        }
        JsonNode article = client.get("/v1/articles/" + trace.path("articleId").asText());
        out.println(article.path("title").asText());
        out.println(page);
        for (JsonNode quote : article.path("quotes")) {
            out.println("  " + speaker(quote.path("speaker")) + ": "
                    + quote.path("text").asText());
        }
        return true;
    }

    private static String speaker(JsonNode speaker) {
        if (speaker.isMissingNode() || speaker.isNull()) {
            return "(no speaker named)";
        }
        return speaker.path("name").asText(speaker.path("surface").asText());
    }

    private void printWhereToGoOn() {
        out.println();
        out.println("Go on: ./onrecord up keeps the line running, with what was read. Then ask, for example,");
        out.println("  " + api + "/v1/quotes?speaker=Kerry&about=Iran");
        out.println("  " + api + "/v1/trace?url=" + site + "/world/us-open-to-working-with-iran.html");
        out.println("  " + api + "/q/swagger-ui");
    }
}
