package org.onrecord.scraper.source.channel;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.onrecord.scraper.source.document.ChannelKind;
import org.onrecord.scraper.source.document.Document;
import org.onrecord.scraper.source.document.Entry;

import static org.assertj.core.api.Assertions.assertThat;

class TriageTest {

    private static final URI FEED = URI.create("https://news.example.org/feeds/all.xml");
    private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");
    private static final Optional<Instant> NEVER = Optional.empty();
    private static final Selection ALL = new Selection(List.of(), List.of());
    private static final SourceSettings SETTINGS = new Settings();

    @Test
    void aPageThatIsListedTwiceInTwoSpellingsIsOneStory() {
        assertThat(wanted("ferry?utm_source=rss", "https://NEWS.example.org:443/feeds/ferry"))
                .extracting(Triage.Story::url)
                .containsExactly("https://news.example.org/feeds/ferry?utm_source=rss");
    }

    @Test
    void whatIsNoWebAddressIsNoStory() {
        assertThat(wanted("javascript:alert(1)", "mailto:desk@example.org", "http://", "1:2", "/ferry"))
                .extracting(Triage.Story::url)
                .containsExactly("https://news.example.org/feeds/1:2", "https://news.example.org/ferry");
    }

    @Test
    void aSitemapSpeaksForItsOwnSiteOnly() {
        Document.Sitemap sitemap = new Document.Sitemap(List.of(
                entry("https://www.example.org/ferry", NEVER, NEVER),
                entry("https://elsewhere.net/quay", NEVER, NEVER)));

        assertThat(Triage.wanted(sitemap, FEED, ALL))
                .extracting(Triage.Story::url)
                .containsExactly("https://www.example.org/ferry");
    }

    @Test
    void whatIsNewInASitemapIsFetchedAndWhatIsOldIsNot() {
        List<Triage.Story> stories = stories(
                entry("new", ago(Duration.ofHours(1)), NEVER),
                entry("old", ago(Duration.ofDays(30)), ago(Duration.ofHours(1))),
                entry("undated", NEVER, NEVER));

        Triage.Verdict verdict = Triage.judge(stories, Map.of(), ChannelKind.SITEMAP, false, NOW, SETTINGS);

        assertThat(verdict.fresh()).extracting(Triage.Story::url).allMatch(url -> url.matches(".*/(new|undated)"));
        assertThat(verdict.fresh()).hasSize(2);
        assertThat(verdict.tooOld()).isEqualTo(1);
    }

    @Test
    void aFeedListsItsLatestSoAllOfItIsRead() {
        List<Triage.Story> stories =
                stories(entry("old", ago(Duration.ofDays(30)), NEVER), entry("undated", NEVER, NEVER));

        Triage.Verdict verdict = Triage.judge(stories, Map.of(), ChannelKind.ATOM, true, NOW, SETTINGS);

        assertThat(verdict.fresh()).isEqualTo(stories);
    }

    @Test
    void undatedPagesOfASitemapThatWereThereBeforeAnybodyLookedAreNoNews() {
        List<Triage.Story> stories =
                stories(entry("dated", ago(Duration.ofHours(1)), NEVER), entry("undated", NEVER, NEVER));

        Triage.Verdict verdict = Triage.judge(stories, Map.of(), ChannelKind.SITEMAP, true, NOW, SETTINGS);

        assertThat(verdict.fresh()).containsExactly(stories.getFirst());
        assertThat(verdict.standing()).containsExactly(stories.getLast());
    }

    @Test
    void aPageIsFetchedAgainWhenItWasChangedButNotEveryMinute() {
        List<Triage.Story> stories = stories(
                entry("changed", NEVER, ago(Duration.ofMinutes(1))),
                entry("just-fetched", NEVER, ago(Duration.ofMinutes(1))),
                entry("same", NEVER, ago(Duration.ofHours(5))));
        Map<UUID, Triage.Known> known = Map.of(
                stories.get(0).id(), new Triage.Known(ago(Duration.ofHours(2)), ago(Duration.ofHours(2))),
                stories.get(1).id(), new Triage.Known(ago(Duration.ofHours(2)), ago(Duration.ofMinutes(10))),
                stories.get(2).id(), new Triage.Known(ago(Duration.ofHours(5)), ago(Duration.ofHours(5))));

        Triage.Verdict verdict = Triage.judge(stories, known, ChannelKind.RSS, false, NOW, SETTINGS);

        assertThat(verdict.changed()).containsExactly(stories.getFirst());
        assertThat(verdict.known()).containsExactlyElementsOf(stories.subList(1, 3));
    }

    private static List<Triage.Story> wanted(String... urls) {
        return stories(
                List.of(urls).stream().map(url -> entry(url, NEVER, NEVER)).toArray(Entry[]::new));
    }

    private static List<Triage.Story> stories(Entry... entries) {
        return Triage.wanted(new Document.Feed(ChannelKind.RSS, List.of(entries), Optional.empty()), FEED, ALL);
    }

    private static Entry entry(String url, Optional<Instant> publishedAt, Optional<Instant> changedAt) {
        return new Entry(url, publishedAt, changedAt);
    }

    private static Optional<Instant> ago(Duration age) {
        return Optional.of(NOW.minus(age));
    }

    private record Settings() implements SourceSettings {
        @Override
        public Duration minInterval() {
            return Duration.ofMinutes(5);
        }

        @Override
        public Duration maxInterval() {
            return Duration.ofHours(12);
        }

        @Override
        public Duration maxAge() {
            return Duration.ofDays(7);
        }

        @Override
        public Duration recheck() {
            return Duration.ofMinutes(30);
        }

        @Override
        public Duration remembered() {
            return Duration.ofDays(90);
        }

        @Override
        public int maxSitemapBytes() {
            return 1 << 20;
        }
    }
}
