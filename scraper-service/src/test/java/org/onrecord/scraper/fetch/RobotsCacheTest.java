package org.onrecord.scraper.fetch;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import org.onrecord.egress.FetchResult;
import org.onrecord.egress.Headers;

import static org.assertj.core.api.Assertions.assertThat;

class RobotsCacheTest {

    private static final URI STORY = URI.create("https://news.example/a/story.html");

    private Instant now = Instant.parse("2026-11-23T04:00:00Z");
    private final InstantSource clock = () -> now;
    private final List<URI> asked = new ArrayList<>();

    @Test
    void anOriginIsAskedOnceADay() {
        RobotsCache cache = new RobotsCache(clock, this::allowing);

        cache.rulingOver(STORY);
        cache.rulingOver(URI.create("https://news.example/b"));
        now = now.plus(Duration.ofHours(23));
        cache.rulingOver(STORY);
        assertThat(asked).containsExactly(URI.create("https://news.example/robots.txt"));

        now = now.plus(Duration.ofHours(2));
        cache.rulingOver(STORY);
        assertThat(asked).hasSize(2);
    }

    @Test
    void eachOriginHasItsOwn() {
        RobotsCache cache = new RobotsCache(clock, this::allowing);

        cache.rulingOver(URI.create("https://news.example/"));
        cache.rulingOver(URI.create("http://news.example/"));
        cache.rulingOver(URI.create("https://news.example:8443/"));

        assertThat(asked).hasSize(3);
    }

    @Test
    void aServerThatCouldNotBeAskedIsAskedAgain() {
        RobotsCache cache = new RobotsCache(clock, file -> {
            asked.add(file);
            return Robots.of(new FetchResult.TimedOut(List.of(file), FetchResult.Phase.CONNECT), "bot");
        });

        cache.rulingOver(STORY);
        cache.rulingOver(STORY);

        assertThat(asked).hasSize(2);
    }

    @Test
    void memoryIsBounded() {
        byte[] large = "User-agent: *\nDisallow: /x\n".repeat(15_000).getBytes(StandardCharsets.UTF_8);
        RobotsCache cache = new RobotsCache(clock, file -> {
            asked.add(file);
            return Robots.of(
                    new FetchResult.Fetched(
                            List.of(file), new Headers(List.of()), 200, new Headers(List.of()), large, now),
                    "bot");
        });
        for (int host = 0; host < 100; host++) {
            cache.rulingOver(URI.create("https://host" + host + ".example/"));
        }

        cache.rulingOver(URI.create("https://host99.example/"));
        assertThat(asked).as("the last is remembered").hasSize(100);
        cache.rulingOver(URI.create("https://host0.example/"));
        assertThat(asked).as("the first is not").hasSize(101);
    }

    @Test
    void rulesTakeMoreMemoryThanTheyAreLongInTheFile() {
        StringBuilder rules = new StringBuilder("User-agent: *\n");
        for (int i = 0; i < 20_000; i++) {
            rules.append("Allow:/").append(i).append('\n');
        }
        byte[] small = rules.toString().getBytes(StandardCharsets.UTF_8);
        RobotsCache cache = new RobotsCache(clock, file -> {
            asked.add(file);
            return Robots.of(
                    new FetchResult.Fetched(
                            List.of(file), new Headers(List.of()), 200, new Headers(List.of()), small, now),
                    "bot");
        });
        for (int host = 0; host < 10; host++) {
            cache.rulingOver(URI.create("https://host" + host + ".example/"));
        }

        cache.rulingOver(URI.create("https://host9.example/"));
        cache.rulingOver(URI.create("https://host0.example/"));

        assertThat(asked).as("the last is remembered, the first is not").hasSize(11);
    }

    @Test
    void thoseWhoComeAtOnceAskOnce() throws Exception {
        AtomicInteger questions = new AtomicInteger();
        CountDownLatch answered = new CountDownLatch(1);
        RobotsCache cache = new RobotsCache(clock, file -> {
            questions.incrementAndGet();
            awaitUninterrupted(answered);
            return allowing(file);
        });
        try (ExecutorService comers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Robots>> rulings = new ArrayList<>();
            CountDownLatch come = new CountDownLatch(20);
            for (int i = 0; i < 20; i++) {
                rulings.add(comers.submit(() -> {
                    come.countDown();
                    return cache.rulingOver(STORY);
                }));
            }
            come.await();
            answered.countDown();
            for (Future<Robots> ruling : rulings) {
                assertThat(ruling.get().allows(STORY)).isTrue();
            }
        }
        assertThat(questions).hasValue(1);
    }

    private Robots allowing(URI file) {
        asked.add(file);
        return Robots.of(new FetchResult.ErrorStatus(List.of(file), 404, new Headers(List.of())), "bot");
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
