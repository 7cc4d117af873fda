package org.onrecord.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.restassured.path.json.JsonPath;

import org.onrecord.local.Line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.acceptance.Eventually.eventually;

/** The pages of the packaged line in a real Chromium: by name to the evidence, by keyboard, in the dark, on a phone. */
@ExtendWith(RunningLine.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesInBrowserTest {

    private static final String ENTER = "\uE007";

    /** Pictures for whoever looks at them. */
    private static final Path PICTURES = Path.of("target/pictures");

    /** Over the wire, styles and script included. */
    private static final int MOST_BYTES = 100_000;

    /** Of a picture of the README, which whoever clones the project loads. */
    private static final int MOST_PICTURE_BYTES = 250_000;

    private Browser browser;
    private String origin;
    private String article;
    private String person;

    @BeforeAll
    void readAnArticle(Line line) throws IOException, InterruptedException {
        browser = Browser.start();
        origin = line.api().origin().toString();
        JsonPath read = RunningLine.read(line, line.seedSite().origin() + "/world/us-open-to-working-with-iran.html");
        article = "/articles/" + read.getString("id");
        person = "/entities/" + read.getString("entities.find { it.name == 'John Kerry' }.id");
        Files.createDirectories(PICTURES);
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void aNameLeadsToTheWordsInTheirArticle() throws IOException, InterruptedException {
        browser.look(1440, 900, "light");
        browser.open(origin + "/");

        browser.click("#ask");
        browser.type("Kerry" + ENTER);
        eventually().until(() -> browser.url().endsWith("/?speaker=Kerry"));
        assertThat(browser.text(".statement .voice")).isEqualTo("John Kerry");
        browser.click(".statement blockquote a");
        eventually().until(() -> browser.url().contains("/articles/"));

        assertThat(browser.count(".article-text .q:target")).isOne();
        browser.run("document.querySelector('.reading .say').focus()");
        assertThat(browser.count(".article-text .q.joined")).isPositive();
        assertThat(browser.count(".article-text .spk.joined")).isPositive();
    }

    @Test
    void theKeyboardDoesAllOfIt() throws IOException, InterruptedException {
        browser.look(1440, 900, "light");
        browser.open(origin + "/?speaker=Kerry");

        browser.type("jj");
        assertThat(browser.run("return [...document.querySelectorAll('.statement')].indexOf("
                                + "document.activeElement.closest('.statement'))")
                        .asInt())
                .isOne();
        browser.type("/");
        assertThat(browser.run("return document.activeElement.id").asText()).isEqualTo("ask");
    }

    @ParameterizedTest
    @CsvSource({"1440, light", "1440, dark", "1024, light", "390, light", "390, dark"})
    void nobodyIsKeptOut(int width, String scheme) throws IOException, InterruptedException {
        for (Map.Entry<String, String> page : Map.of(
                        "front", "/",
                        "search", "/?speaker=Kerry&q=open",
                        "nothing", "/?q=zeppelin",
                        "article", article,
                        "person", person,
                        "sources", "/sources?story=https://nowhere.example/",
                        "compare", "/compare?name=Kerry&name=Obama",
                        "searches", "/searches?query=speaker%3DKerry",
                        "try", "/try",
                        "problem", "/?from=x")
                .entrySet()) {
            browser.look(width, 900, scheme);
            browser.open(origin + page.getValue());
            Files.write(PICTURES.resolve(page.getKey() + "-" + width + "-" + scheme + ".png"), browser.picture());

            assertThat(browser.barriers()).as(page.getKey()).isEmpty();
            assertThat(browser.run("return document.documentElement.scrollWidth - innerWidth")
                            .asInt())
                    .as(page.getKey())
                    .isNotPositive();

            browser.run("document.querySelectorAll('main details').forEach(details => details.open = true)");
            Files.write(PICTURES.resolve(page.getKey() + "-open-" + width + "-" + scheme + ".png"), browser.picture());
            assertThat(browser.barriers())
                    .as(page.getKey() + ", all of it open")
                    .isEmpty();
        }
    }

    /** What a reporter says of somebody's words is no statement without its sentence. */
    @Test
    void whatIsReportedIsReadInItsSentence() throws IOException, InterruptedException {
        browser.open(origin + "/?speaker=Kerry&q=contacts");

        assertThat(browser.text(".statement blockquote")).contains("but he stressed any contacts with Iran");
        assertThat(browser.count(".statement .around")).isPositive();
        assertThat(browser.count(".statement mark")).isPositive();
    }

    @Test
    void aMisspeltNameLeadsToTheOneThatIsMeant() throws IOException, InterruptedException {
        browser.look(390, 900, "light");
        browser.open(origin + "/");
        browser.click("#ask");
        browser.type("John Kery" + ENTER);
        eventually().until(() -> browser.text(".meant").contains("John Kerry"));

        browser.click(".meant a");

        eventually().until(() -> browser.url().endsWith("/?speaker=John+Kerry"));
    }

    @Test
    void aPageIsSmallAndAsksNobodyElse() throws IOException, InterruptedException {
        browser.look(1440, 900, "light");
        for (String page : List.of("/", article, person)) {
            browser.open(origin + page);

            JsonNode loaded = browser.run("""
                    return [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
                        .map(entry => ({name: entry.name, bytes: entry.encodedBodySize}))""");
            assertThat(loaded)
                    .allSatisfy(one -> assertThat(one.get("name").asText()).startsWith(origin));
            int bytes = 0;
            for (JsonNode one : loaded) {
                bytes += one.get("bytes").asInt();
            }
            assertThat(bytes).isPositive().isLessThan(MOST_BYTES);
        }
    }

    @Test
    void whatIsStoredWhileOneLooksAppears(Line line) throws IOException, InterruptedException {
        browser.look(1440, 900, "light");
        browser.open(origin + "/");
        browser.click("#live button");
        eventually().until(() -> browser.text("#news").startsWith("Listening"));

        RunningLine.awaitEnd(
                line,
                RunningLine.submit(
                        line,
                        Map.of(
                                "text",
                                "The harbour opens again on Monday after two years of works.\n\n“The harbour is ready,”"
                                        + " Mayor Marisol Quennell said.",
                                "title",
                                "<img src=x onerror=\"window.hit=1\">\u202Edeal")));

        eventually().until(() -> browser.text("#news").contains("new statement"));
        assertThat(browser.run("return window.hit === undefined && !document.querySelector('main img')")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void aTextIsReadAndShownAndNotStored() throws IOException, InterruptedException {
        browser.look(1440, 900, "dark");
        browser.open(origin + "/try");
        browser.run("document.getElementById('text').value = arguments[0]", """
                The ferry to the island will run again from Monday.

                “We waited for this for two years,” Mayor Orla Venn said.""");
        browser.click("form button.main");
        eventually().until(() -> browser.count(".reading li") == 1);

        assertThat(browser.text(".reading .voice")).isEqualTo("Orla Venn");
        assertThat(browser.count(".article-text .spk")).isPositive();
        assertThat(browser.barriers()).isEmpty();
        browser.open(origin + "/?speaker=Orla+Venn");
        assertThat(browser.text("#total")).isEqualTo("0 statements");
    }

    @Test
    void aListOfSubscriptionsIsWatchedAndToldOf(Line line) throws IOException, InterruptedException {
        browser.look(1440, 900, "light");
        browser.open(origin + "/sources");
        browser.run("document.querySelector('.filters summary').closest('form').nextElementSibling.open = true");
        browser.run(
                "document.getElementById('opml').value = arguments[0]",
                "<opml version='2.0'><body><outline text='Courier' xmlUrl='"
                        + line.seedSite().origin()
                        + "/atom.xml'/><outline text='Nowhere' xmlUrl='ftp://courier.example/'/></body></opml>");
        browser.click("form[action='/sources/opml'] button");

        eventually().until(() -> browser.text(".shown-once").contains("1 added"));
        assertThat(browser.text(".shown-once")).contains("1 left out", "ftp://courier.example/");
        assertThat(browser.barriers()).isEmpty();
    }

    @Test
    void aComparisonIsTakenAlongAsAPicture() throws IOException, InterruptedException {
        browser.look(1440, 900, "light");
        browser.open(origin + "/compare?name=Kerry&name=Obama");
        assertThat(browser.count("polyline.line")).isEqualTo(2);

        // What the button would save is looked at instead.
        browser.run("""
                window.saved = [];
                HTMLAnchorElement.prototype.click = function () { window.saved.push(this.download); }""");
        browser.click("#png button");

        eventually()
                .until(() -> browser.run("return window.saved.join()").asText().equals("comparison.png"));
    }

    /** {@code -Donrecord.pictures.write=true} renews them. */
    @Test
    void theReadmesPicturesCanBeMade() throws IOException, InterruptedException {
        Path folder = Boolean.getBoolean("onrecord.pictures.write")
                ? Files.createDirectories(RunningLine.PROJECT.resolve("docs/pictures"))
                : PICTURES;
        browser.look(1120, 700, "light");
        browser.open(origin + "/?speaker=Kerry");
        Files.write(folder.resolve("search.png"), browser.picture());
        browser.open(origin + article);
        Files.write(folder.resolve("article.png"), browser.picture());

        for (String name : List.of("search.png", "article.png")) {
            assertThat(RunningLine.PROJECT.resolve("docs/pictures").resolve(name))
                    .isNotEmptyFile();
            assertThat(Files.size(folder.resolve(name))).isLessThan(MOST_PICTURE_BYTES);
        }
    }
}
