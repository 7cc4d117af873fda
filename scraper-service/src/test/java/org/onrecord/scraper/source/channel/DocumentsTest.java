package org.onrecord.scraper.source.channel;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;

import org.onrecord.egress.FetchResult;
import org.onrecord.egress.Headers;
import org.onrecord.scraper.article.Reader;
import org.onrecord.scraper.source.document.Document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.scraper.Eventually.eventually;

class DocumentsTest {

    private static final URI URL = URI.create("https://news.example.org/feed");
    private static final Duration TIME = Duration.ofMinutes(5);
    private static final int LARGEST = 100 << 20;

    private static final SourceSettings SETTINGS = new SmallRyeConfigBuilder()
            .withMapping(SourceSettings.class)
            .withConverter(Duration.class, 300, new DurationConverter())
            .build()
            .getConfigMapping(SourceSettings.class);

    @Test
    void aFeedWaitsForItsTurnAmongThePagesThatAreRead() throws InterruptedException {
        Reader reader = new Reader(new SimpleMeterRegistry(), TIME);
        Documents documents = new Documents(SETTINGS, reader);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        AtomicReference<Boolean> pageWasRead = new AtomicReference<>();
        Thread page = Thread.ofPlatform()
                .start(() -> reader.during(URL, LARGEST, () -> {
                    begun.countDown();
                    return await(end);
                }));
        begun.await();
        Thread feed = Thread.ofPlatform().start(() -> {
            documents.read(fetched("<rss><channel/></rss>"));
            pageWasRead.set(end.getCount() == 0);
        });

        eventually().until(() -> waitsForItsTurn(feed) || feed.getState() == Thread.State.TERMINATED);
        end.countDown();
        page.join();
        feed.join();

        assertThat(pageWasRead).hasValue(true);
    }

    @Test
    void whateverADocumentDoesToItsReaderIsTheDocumentsFailure() {
        Documents documents = new Documents(SETTINGS, new Reader(new SimpleMeterRegistry(), TIME) {
            @Override
            public <T> Optional<T> during(URI url, int length, Supplier<T> reading) {
                throw new OutOfMemoryError("of this document");
            }
        });

        assertThat(documents.read(fetched("<rss><channel/></rss>")))
                .isInstanceOfSatisfying(
                        Document.Unreadable.class,
                        unreadable ->
                                assertThat(unreadable.why()).contains("a fault of the scraper", "of this document"));
    }

    private static boolean waitsForItsTurn(Thread thread) {
        return Stream.of(thread.getStackTrace())
                .anyMatch(frame -> frame.getMethodName().equals("acquire"));
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static FetchResult.Fetched fetched(String text) {
        Headers none = new Headers(List.of());
        return new FetchResult.Fetched(
                List.of(URL), none, 200, none, text.getBytes(StandardCharsets.UTF_8), Instant.EPOCH);
    }
}
