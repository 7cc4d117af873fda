package org.onrecord.acceptance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import io.restassured.path.json.JsonPath;

import org.onrecord.local.Line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.acceptance.Eventually.eventually;

/** The seed article goes in as a page over HTTP, and its attributed quotes come out of the query API. */
@ExtendWith(RunningLine.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeedArticleTest {
    private static final String KERRY = "John Kerry";

    /** The words of each of the article's twelve quotations, as a person marked them, and who said them. */
    private static final Map<String, String> SPEAKER_BY_QUOTE = quotes();

    private final Line line;
    private final JsonPath article;

    SeedArticleTest(Line line) {
        this.line = line;
        this.article = RunningLine.read(line, line.seedSite().origin() + "/world/us-open-to-working-with-iran.html");
    }

    @Test
    void mostOfItsQuotesAreFound() {
        var found = new TreeSet<>(words(article.getList("quotes.text")));

        found.retainAll(SPEAKER_BY_QUOTE.keySet());

        assertThat(found).hasSizeGreaterThanOrEqualTo(8);
    }

    @Test
    void everyNamedSpeakerIsTheRightOne() {
        List<Map<String, Object>> quotes = article.getList("quotes");

        for (Map<String, Object> quote : quotes) {
            String expected = SPEAKER_BY_QUOTE.get(words((String) quote.get("text")));
            if (expected != null && quote.get("speaker") instanceof Map<?, ?> speaker) {
                String named =
                        speaker.get("name") == null ? (String) speaker.get("surface") : (String) speaker.get("name");
                assertThat(named.replaceFirst("^The ", ""))
                        .as((String) quote.get("text"))
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void theBoilerplateOfThePageIsNotStored() {
        String text = article.getString("text");

        assertThat(text)
                .doesNotContain("newsletter")
                .doesNotContain("More in this section")
                .doesNotContain("US open to working with Iran")
                .startsWith("The Obama administration is willing to talk with Iran");
        assertThat(article.getString("title")).isEqualTo("US open to working with Iran against extremists");
        assertThat(article.<String>getList("removed.reason")).contains("newsletter-prompt", "duplicate-headline");
    }

    @Test
    void whatKerrySaidAboutIranIsOneRequest() {
        JsonPath answer = eventually()
                .until(
                        () -> RunningLine.get(line, "/v1/quotes?speaker=Kerry&about=Iran"),
                        found -> !found.getList("items").isEmpty());

        assertThat(answer.<String>getList("items.speaker.name")).allMatch(KERRY::equals);
        assertThat(answer.<String>getList("items.article.url"))
                .contains(line.seedSite().origin() + "/world/us-open-to-working-with-iran.html");
    }

    @Test
    void eachQuoteStandsInTheTextWhereItSaysItDoes() {
        String text = article.getString("text");
        List<Map<String, Object>> quotes = article.getList("quotes");

        assertThat(quotes).isNotEmpty().allSatisfy(quote -> {
            StringBuilder words = new StringBuilder();
            for (Object span : (List<?>) quote.get("spans")) {
                Map<?, ?> at = (Map<?, ?>) span;
                String field = "title".equals(at.get("field")) ? article.getString("title") : text;
                words.append(words.isEmpty() ? "" : " ").append(field, (int) at.get("start"), (int) at.get("end"));
            }
            assertThat(words).hasToString((String) quote.get("text"));
        });
    }

    private static List<String> words(List<String> texts) {
        return texts.stream().map(SeedArticleTest::words).toList();
    }

    /** Quotation marks and punctuation at the ends are a matter of taste; the words are not. */
    private static String words(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    private static Map<String, String> quotes() {
        Map<String, String> quotes = new LinkedHashMap<>();
        quotes.put(
                "The Obama administration is willing to talk with Iran over deteriorating security conditions in Iraq and is not ruling out potential US-Iranian military co-operation in stemming the advance of Sunni extremists",
                KERRY);
        quotes.put("“joint military operations”", "Pentagon");
        quotes.put(
                "Washington is “open to discussions” with Tehran if the Iranians can help end the violence and take steps that would restore confidence in the Iraqi government",
                KERRY);
        quotes.put("he would “not rule out anything that would be constructive”", KERRY);
        quotes.put("any contacts with Iran would move “step-by-step.”", KERRY);
        quotes.put(
                "“We’re open to discussions if there is something constructive that can be contributed by Iran, if Iran is prepared to do something that is going to respect the integrity and sovereignty of Iraq and ability of the government to reform.”",
                KERRY);
        quotes.put(
                "“At this moment, I think we need to go step-by-step and see what, in fact, might be a reality. But I would not rule out anything that would be constructive in providing real stability, a respect for the constitution, a respect for the election process and a respect for the ability of the Iraqi people to form a government that represents all the interests of Iraq. We are open to any constructive process here that would minimise the violence.”",
                KERRY);
        quotes.put(
                "while there may be discussions about regional security with Iran, those would not include military coordination",
                "John Kirby");
        quotes.put("“We are not planning to engage with Iran on military activities inside Iraq.”", "John Kirby");
        quotes.put(
                "US air strikes, including from unmanned drones, “may well” be an option President Obama chooses to try to halt the advance of fighters from the al Qaeda-inspired Islamic State of Iraq and the Levant, or ISIL that is threatening the government of President Nouri al-Maliki",
                KERRY);
        quotes.put(
                "Air strikes “are not the whole answer, but they may well be one of the options that are important to be able to stem the tide and stop the movement of people who are moving around in open convoys and trucks and terrorising people,”",
                KERRY);
        quotes.put(
                "the helicopter’s two-man crew was killed when their aircraft was brought down today near the city of Fallujah",
                "Officials");
        Map<String, String> byWords = new LinkedHashMap<>();
        quotes.forEach((quote, speaker) -> byWords.put(words(quote), speaker));
        return byWords;
    }
}
