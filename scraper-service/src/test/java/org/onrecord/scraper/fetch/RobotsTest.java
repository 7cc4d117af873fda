package org.onrecord.scraper.fetch;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.onrecord.egress.FetchResult;
import org.onrecord.egress.Headers;
import org.onrecord.scraper.Eventually;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class RobotsTest {

    private static final String USER_AGENT = "OnrecordBot/0.2 (+https://onrecord.org/bot)";
    private static final List<URI> CHAIN = List.of(URI.create("https://news.example/robots.txt"));
    private static final Headers NONE = new Headers(List.of());

    @ParameterizedTest
    @CsvSource({
        "/story.html,          true",
        "/private/story.html,  false",
        "/private/open.html,   true",
        "/search?q=ferry,      false",
        "/draft.php,           false",
        "/draft.php5,          true"
    })
    void theRulesForEverybodyHoldUnlessWeAreNamed(String path, boolean allowed) {
        Robots robots = read("""
                User-agent: *
                Disallow: /private/
                Allow: /private/open.html
                Disallow: /search?
                Disallow: /*.php$
                """);

        assertThat(robots.allows(URI.create("https://news.example" + path))).isEqualTo(allowed);
    }

    @Test
    void rulesThatAreMadeToTakeTimeAllowNothing() {
        String rule = "Disallow: /*" + "a".repeat(4000);
        StringBuilder file = new StringBuilder("User-agent: *\nUser-agent: GPTBot\n");
        for (int i = 0; i < 120; i++) {
            file.append(rule).append(i).append('\n');
        }
        URI url = URI.create("https://news.example/" + "a".repeat(8000));

        Robots robots = read(file.toString());

        assertTimeoutPreemptively(Eventually.WITHIN, () -> {
            for (int page = 0; page < 1000; page++) {
                assertThat(robots.allows(url)).isFalse();
            }
        });
        assertThat(robots.allows(URI.create("https://news.example/story"))).isTrue();
    }

    @Test
    void theRulesForOurNameReplaceThoseForEverybody() {
        Robots robots = read("""
                User-agent: *
                Allow: /

                User-agent: Otherbot
                User-agent: onrecordbot
                Disallow: /news/
                Crawl-delay: 7
                """);

        assertThat(robots.allows(URI.create("https://news.example/news/a"))).isFalse();
        assertThat(robots.allows(URI.create("https://news.example/sport/a"))).isTrue();
        assertThat(robots.crawlDelay()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void crawlersForAiAndMiningThatMayNotComeAreNamed() {
        Robots named = read("""
                User-agent: *
                Disallow: /private/

                User-agent: GPTBot
                User-agent: ccbot
                Disallow: /

                User-agent: ClaudeBot
                Disallow: /sport/

                User-agent: Googlebot
                Disallow: /
                """);
        Robots others = read("""
                User-agent: OnrecordBot
                User-agent: PerplexityBot
                Allow: /

                User-agent: *
                Disallow: /
                """);

        assertThat(named.barredMiners(URI.create("https://news.example/news/a")))
                .containsExactly("CCBot", "GPTBot");
        assertThat(named.barredMiners(URI.create("https://news.example/sport/a")))
                .containsExactly("CCBot", "ClaudeBot", "GPTBot");
        assertThat(others.allows(URI.create("https://news.example/a"))).isTrue();
        assertThat(others.barredMiners(URI.create("https://news.example/a"))).containsExactly("*");
        assertThat(read("").barredMiners(URI.create("https://news.example/a"))).isEmpty();
    }

    @Test
    void anAbsurdCrawlDelayForbidsNothing() {
        Robots robots = read("User-agent: *\nCrawl-delay: 86400\n");

        assertThat(robots.allows(URI.create("https://news.example/a"))).isTrue();
        assertThat(robots.crawlDelay()).isEqualTo(Duration.ofDays(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 410})
    void noFileMeansNoRules(int status) {
        Robots robots = Robots.of(new FetchResult.ErrorStatus(CHAIN, status, NONE), USER_AGENT);

        assertThat(robots.allows(URI.create("https://news.example/a"))).isTrue();
        assertThat(robots.unreachable()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504})
    void aServerInTroubleForbidsEverything(int status) {
        FetchResult trouble = new FetchResult.ErrorStatus(CHAIN, status, NONE);
        Robots robots = Robots.of(trouble, USER_AGENT);

        assertThat(robots.allows(URI.create("https://news.example/a"))).isFalse();
        assertThat(robots.unreachable()).contains(trouble);
    }

    @Test
    void aServerThatDoesNotAnswerForbidsEverything() {
        FetchResult late = new FetchResult.TimedOut(CHAIN, FetchResult.Phase.CONNECT);

        assertThat(Robots.of(late, USER_AGENT).unreachable()).contains(late);
    }

    @Test
    void onlyTheFirst512KibibytesAreRead() {
        String filler = "# as on a page that was never meant to be a robots.txt\n".repeat(10_000);
        assertThat(read(filler + "User-agent: *\nDisallow: /\n").allows(URI.create("https://news.example/a")))
                .isTrue();
        assertThat(read("User-agent: *\nDisallow: /\n" + filler).allows(URI.create("https://news.example/a")))
                .isFalse();
    }

    private static Robots read(String file) {
        return Robots.of(
                new FetchResult.Fetched(
                        CHAIN,
                        NONE,
                        200,
                        NONE,
                        file.getBytes(StandardCharsets.UTF_8),
                        Instant.parse("2026-11-23T04:00:00Z")),
                USER_AGENT);
    }
}
