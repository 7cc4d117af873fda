package org.onrecord.local.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import org.onrecord.local.Patience;

/**
 * Has the pages of the seed site read, by the same REST calls that any client makes, and prints who said what in them: what
 * the reader is sure of, and of the rest how to see it.
 */
public final class Demo {
    /** The story that a newcomer can check against the news. */
    private static final String FIRST = "/world/us-open-to-working-with-iran.html";

    private static final double LEAST_CONFIDENCE = 0.8;
    private static final int LONGEST_LINE = 160;

    /** The stance that goes without saying. */
    private static final String SAID = "said";

    /** Speakers that say nothing to somebody who does not see the story. */
    private static final Set<String> PRONOUNS = Set.of("he", "she", "it", "they", "we", "i", "you", "who", "one");

    private final URI api;
    private final URI site;
    private final Path addresses;
    private final PrintStream out;
    private int leftOut;

    /**
     * @param api where the API answers
     * @param site where the seed site answers
     * @param addresses the file that holds these two while a line runs
     * @param out where to print
     */
    public Demo(URI api, URI site, Path addresses, PrintStream out) {
        this.api = api;
        this.site = site;
        this.addresses = addresses;
        this.out = out;
    }

    /** Returns the exit status: 0 if every page was accounted for. */
    public int run() throws IOException, InterruptedException {
        try (ApiClient client = new ApiClient(api)) {
            Map<URI, URI> statusByPage = new LinkedHashMap<>();
            for (URI page : pages()) {
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

    private List<URI> pages() throws IOException {
        URI first = site.resolve(FIRST);
        List<URI> pages = new ArrayList<>(SeedFeed.read(site.resolve("/feed.xml")));
        if (pages.remove(first)) {
            pages.addFirst(first);
        }
        return pages;
    }

    private JsonNode awaitEnd(ApiClient client, URI status, Instant end) throws IOException, InterruptedException {
        JsonNode trace = client.get(status);
        while (isPending(trace) && Instant.now().isBefore(end)) {
            TimeUnit.MILLISECONDS.sleep(100);
            trace = client.get(status);
        }
        return trace;
    }

    private boolean print(ApiClient client, URI page, JsonNode trace) throws IOException, InterruptedException {
        out.println();
        if (isPending(trace)) {
            out.println(page);
            out.println("  (not read within " + Patience.LONGEST.toMinutes()
                    + " minutes; the logs in .onrecord/logs may say why)");
            return false;
        }
        if (!trace.hasNonNull("articleId")) {
            out.println(page);
            out.println("  (no article: " + lastReason(trace) + ")");
            return true;
        }
        JsonNode article = client.get("/v1/articles/" + trace.path("articleId").asText());
        out.println(article.path("title").asText());
        out.println(page);
        if (reasons(trace).contains("unsupported-language")) {
            out.println("  (extracted, not read: " + language(article) + "; only English is read)");
            return true;
        }
        for (JsonNode quote : article.path("quotes")) {
            if (isSure(quote)) {
                out.println("  " + line(quote));
            } else {
                leftOut++;
            }
        }
        return true;
    }

    private static boolean isPending(JsonNode trace) {
        return trace.path("status").asText().equals("pending");
    }

    private static List<String> reasons(JsonNode trace) {
        return StreamSupport.stream(trace.path("outcomes").spliterator(), false)
                .map(outcome -> outcome.path("reason").asText())
                .toList();
    }

    private static String lastReason(JsonNode trace) {
        List<String> reasons = reasons(trace);
        return reasons.isEmpty() ? trace.path("status").asText() : reasons.getLast();
    }

    private static String language(JsonNode article) {
        return Locale.forLanguageTag(article.path("language").asText()).getDisplayLanguage(Locale.ENGLISH);
    }

    private static boolean isSure(JsonNode quote) {
        String speaker = speaker(quote.path("speaker"));
        return quote.path("confidence").asDouble() >= LEAST_CONFIDENCE
                && !speaker.isEmpty()
                && !PRONOUNS.contains(speaker.toLowerCase(Locale.ROOT));
    }

    /** What follows a colon does not begin with "that". A denial says that it is one. */
    private static String line(JsonNode quote) {
        String text = quote.path("text").asText().replaceFirst("^that (?=\\p{L})", "");
        String stance = quote.path("stance").asText(SAID);
        String line = speakers(quote) + (stance.equals(SAID) ? ": " : " (" + stance + "): ") + text;
        return line.length() <= LONGEST_LINE ? line : line.substring(0, line.lastIndexOf(' ', LONGEST_LINE - 2)) + " …";
    }

    private static String speakers(JsonNode quote) {
        return StreamSupport.stream(quote.path("speakers").spliterator(), false)
                .map(Demo::speaker)
                .collect(Collectors.joining(" and "));
    }

    private static String speaker(JsonNode speaker) {
        return speaker.path("name").asText(speaker.path("surface").asText(""));
    }

    private void printWhereToGoOn() {
        out.println();
        out.println(leftOut + " less certain quotes are not shown here (confidence below " + LEAST_CONFIDENCE
                + ", or no named speaker); the API returns all of them.");
        out.println(
                "Next: ./onrecord up starts it again with these articles and runs until ./onrecord down. Then ask:");
        out.println("  source " + addresses);
        out.println("  curl \"$ONRECORD_API_URL/v1/quotes?speaker=Kerry&about=Iran\"");
        out.println("  curl \"$ONRECORD_API_URL/v1/quotes?minConfidence=" + LEAST_CONFIDENCE + "\"");
        out.println("  curl \"$ONRECORD_API_URL/v1/trace?url=" + site + FIRST + "\"");
        out.println("or open the page that ./onrecord up prints as \"who said what\".");
    }
}
