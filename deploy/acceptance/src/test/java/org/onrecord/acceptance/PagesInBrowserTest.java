package org.onrecord.acceptance;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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

    private static final String TAB = "\uE004";
    private static final String ENTER = "\uE007";

    /** The number of a story that no other test reads. */
    private static final int TRIED = 646;

    /** More than any page has places to go to by keyboard. */
    private static final int MOST_TABS = 100;

    /** Pictures for whoever looks at them. */
    private static final Path PICTURES = Path.of("target/pictures");

    /** Over the wire, styles and script included. */
    private static final int MOST_BYTES = 100_000;

    /** Of a picture of the README, which whoever clones the project loads. */
    private static final int MOST_PICTURE_BYTES = 250_000;

    private Browser browser;
    private Desk desk;
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
        desk = Desk.beside(line);
    }

    @AfterAll
    void close() {
        if (desk != null) {
            desk.close();
        }
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
    @CsvSource({"1440, light", "1440, dark", "1024, light", "1024, dark", "390, light", "390, dark"})
    void nobodyIsKeptOut(int width, String scheme) throws IOException, InterruptedException {
        browser.look(width, 900, scheme);
        for (Map.Entry<String, String> page : Map.ofEntries(
                        Map.entry("front", "/"),
                        Map.entry("search", "/?speaker=Kerry&q=open"),
                        Map.entry("nothing", "/?q=zeppelin"),
                        Map.entry("article", article),
                        Map.entry("person", person),
                        Map.entry("sources", "/sources?story=https://nowhere.example/"),
                        Map.entry("compare", "/compare?name=Kerry&name=Obama"),
                        Map.entry("searches", "/searches?query=speaker%3DKerry"),
                        Map.entry("try", "/try"),
                        Map.entry("problem", "/?from=x"))
                .entrySet()) {
            browser.open(origin + page.getValue());
            lookAt(page.getKey() + "-%s" + width + "-" + scheme);
        }
        for (Map.Entry<String, String> page : Map.of(
                        "sign-in", "/sign-in?to=%2Fkeys",
                        "not-signed-in", "/sign-in/callback?code=x&state=y",
                        "keys", "/keys",
                        "saved-with-mail", "/searches?query=speaker%3DObama")
                .entrySet()) {
            desk.open(browser, page.getValue());
            lookAt(page.getKey() + "-%s" + width + "-" + scheme);
        }
    }

    /** As it is, and with all of it open. */
    private void lookAt(String picture) throws IOException, InterruptedException {
        Files.write(PICTURES.resolve(picture.formatted("") + ".png"), browser.picture());
        assertThat(browser.barriers()).as(picture).isEmpty();
        assertThat(browser.run("return document.documentElement.scrollWidth - innerWidth")
                        .asInt())
                .as(picture)
                .isNotPositive();

        browser.run("document.querySelectorAll('main details').forEach(details => details.open = true)");
        Files.write(PICTURES.resolve(picture.formatted("open-") + ".png"), browser.picture());
        assertThat(browser.barriers()).as(picture + ", all of it open").isEmpty();
    }

    /** The way back from the provider is one between sites, on which no strict cookie is sent. */
    @Test
    void whoHasAnAccountAtTheProviderSignsInWithItAndOutOfIt() throws IOException, InterruptedException {
        browser.look(1440, 900, "light");
        desk.open(browser, "/sources");
        browser.click("form[action='/sign-out'] button");
        eventually().until(() -> browser.url().equals(desk.origin() + "/sign-in"));
        String page = "/sources?story=" + URLEncoder.encode("https://nowhere.example/", StandardCharsets.UTF_8);
        browser.open(desk.origin() + page);
        assertThat(browser.url()).startsWith(desk.origin() + "/sign-in?to=%2Fsources");
        assertThat(browser.text("main a.main")).isEqualTo("Sign in with your account at localhost");

        browser.click("main a.main");
        desk.signInAtProvider(browser, "anna", "read");

        assertThat(browser.url()).isEqualTo(desk.origin() + page);
        assertThat(browser.text("main [role=status]")).contains("Nobody has asked for this address yet");
        assertThat(browser.count("form[action='/sign-out']")).isOne();
        assertThat(browser.count("nav a[href='/keys']")).isZero();
        assertThat(browser.run("return document.cookie").asText()).isEmpty();
        // Who only reads has no page fetched.
        browser.open(desk.origin() + "/try");
        assertThat(browser.count("#url")).isZero();

        browser.click("form[action='/sign-out'] button");
        eventually()
                .until(() -> browser.url().equals(desk.origin() + "/sign-in")
                        && browser.text("h1").equals("Sign in"));

        browser.open(desk.origin() + "/sources");
        assertThat(browser.url()).isEqualTo(desk.origin() + "/sign-in?to=%2Fsources");
    }

    @Test
    void whoMayNothingHereIsToldSo() throws IOException, InterruptedException {
        browser.look(390, 900, "light");
        browser.open(desk.origin() + "/sign-in");

        browser.click("main a.main");
        eventually().until(() -> browser.count("input[name=username]") == 1);
        browser.click("input[name=username]");
        browser.type("guest" + ENTER);

        eventually().until(() -> browser.text("h1").equals("You are not signed in"));
        assertThat(browser.text("main"))
                .contains("your account has no access", "The token is not for the audience onrecord.");
        assertThat(browser.barriers()).isEmpty();
    }

    @Test
    void aKeyIsMadeAndRevokedByKeyboard() throws IOException, InterruptedException {
        browser.look(1440, 900, "light");
        desk.open(browser, "/keys");

        tabTo("#name");
        browser.type("Jo Ray, by keyboard" + TAB + "feed");
        tabTo("form.making button");
        browser.type(ENTER);
        eventually().until(() -> browser.text(".shown-once").contains("Jo Ray, by keyboard"));
        assertThat(browser.barriers()).isEmpty();
        assertThat(browser.text(".issued tbody tr td")).isEqualTo("feed");
        tabTo(".issued summary");
        browser.type(ENTER);
        tabTo(".issued form button");
        browser.type(ENTER);

        eventually().until(() -> browser.text(".issued tr.over").contains("revoked"));
    }

    @Test
    void aSearchIsSavedAndMailedByKeyboard() throws IOException, InterruptedException {
        browser.look(390, 900, "dark");
        desk.open(browser, "/searches?query=speaker%3DKerry");

        tabTo("#new-email");
        browser.type("desk@paper.example" + TAB + "once an hour");
        tabTo("main form.stack button");
        browser.type(ENTER);

        eventually().until(() -> browser.text(".sources").contains("desk@paper.example"));
        assertThat(browser.text(".sources")).contains("once an hour");
        browser.run("document.querySelectorAll('main details').forEach(details => details.open = true)");
        assertThat(browser.barriers()).isEmpty();
        assertThat(browser.count("input[type=email]")).isOne();
    }

    /** From wherever the focus is. */
    private void tabTo(String selector) throws IOException, InterruptedException {
        for (int i = 0; i < MOST_TABS; i++) {
            if (browser.run("return document.activeElement.matches(arguments[0])", selector)
                    .asBoolean()) {
                return;
            }
            browser.type(TAB);
        }
        throw new AssertionError("no way to " + selector + " by keyboard");
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
        browser.click("form[action='/try'] button");
        eventually().until(() -> browser.count(".reading li") == 1);

        assertThat(browser.text(".reading .voice")).isEqualTo("Orla Venn");
        assertThat(browser.count(".article-text .spk")).isPositive();
        assertThat(browser.barriers()).isEmpty();
        browser.open(origin + "/?speaker=Orla+Venn");
        assertThat(browser.text("#total")).isEqualTo("0 statements");
    }

    @Test
    void aPageIsFetchedAndReadAndShownAndNotStored(Press press) throws IOException, InterruptedException {
        browser.look(1440, 900, "light");
        browser.open(origin + "/try");
        browser.run("document.getElementById('url').value = arguments[0]", press.story(TRIED));
        browser.click("form[action='/try/address'] button");
        eventually().until(() -> browser.count(".reading li") > 0);

        assertThat(browser.text(".reading")).contains(Press.speaker(TRIED));
        assertThat(browser.run("return document.getElementById('url').value").asText())
                .isEqualTo(press.story(TRIED));
        Files.write(PICTURES.resolve("tried-address-1440-light.png"), browser.picture());
        assertThat(browser.barriers()).isEmpty();
        browser.open(origin + "/?speaker=" + Press.speaker(TRIED));
        assertThat(browser.text("#total")).isEqualTo("0 statements");
        browser.open(origin + "/sources?story=" + URLEncoder.encode(press.story(TRIED), StandardCharsets.UTF_8));
        assertThat(browser.text("main [role=status]")).contains("Nobody has asked for this address yet");
    }

    @Test
    void anAddressOfTheHouseIsNotTried() throws IOException, InterruptedException {
        browser.open(origin + "/try");
        browser.run("document.getElementById('url').value = 'http://169.254.169.254/latest/meta-data/'");
        browser.click("form[action='/try/address'] button");

        eventually().until(() -> browser.text("#why").contains("The address may not be fetched"));
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
        // The article that was read at the start is of this site.
        assertThat(browser.text(".sources a[href='/?site=127.0.0.1']"))
                .matches("[1-9][\\d,]* articles? stored, [1-9][\\d,]* statements?");
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
