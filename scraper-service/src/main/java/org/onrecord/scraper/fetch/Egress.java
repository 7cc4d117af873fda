package org.onrecord.scraper.fetch;

import java.time.Duration;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;

import org.onrecord.egress.AllowList;
import org.onrecord.egress.BodyMemory;
import org.onrecord.egress.GuardedHttpClient;
import org.onrecord.egress.Limits;
import org.onrecord.scraper.identity.Site;

/** The one way out. */
final class Egress {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final int MAX_HEAD_BYTES = 64 << 10;
    private static final int MAX_REDIRECTS = 10;
    /** A page's text and events take about as much again as its bytes; half of the heap is for what is under extraction. */
    private static final int HEAP_SHARE = 8;

    /** Made at start, so that an allow-list that cannot be read stops the service there and then. */
    @Produces
    @Singleton
    @Startup
    GuardedHttpClient client(FetchSettings settings, MeterRegistry meters) {
        Limits limits = new Limits(
                MAX_REDIRECTS,
                MAX_HEAD_BYTES,
                settings.maxPageBytes(),
                CONNECT,
                settings.firstByteTimeout(),
                settings.timeout());
        AllowList allowed = settings.allow().map(AllowList::parse).orElse(AllowList.EMPTY);
        BodyMemory memory =
                new BodyMemory(settings.bodyMemory().orElse(Runtime.getRuntime().maxMemory() / HEAP_SHARE), Site::of);
        Gauge.builder("onrecord.fetch.memory.free", memory, BodyMemory::freeBytes)
                .description("what is left of the memory for pages under way")
                .baseUnit("bytes")
                .register(meters);
        return GuardedHttpClient.create(allowed, limits, settings.userAgent(), memory);
    }

    void close(@Disposes GuardedHttpClient client) {
        client.close();
    }
}
