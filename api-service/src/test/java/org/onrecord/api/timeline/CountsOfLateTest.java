package org.onrecord.api.timeline;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import com.github.benmanes.caffeine.cache.Cache;

import io.quarkus.runtime.annotations.RegisterForReflection;

import org.onrecord.api.MadeByName;

import static org.assertj.core.api.Assertions.assertThat;

class CountsOfLateTest {

    private final CountsOfLate counts = new CountsOfLate();
    private final AtomicInteger counted = new AtomicInteger();

    @Test
    void whatTakesLongIsCountedOnceForAllWhoAskAtATime() {
        Timeline first = timeline("day", CountsOfLate.MANY);

        assertThat(timeline("day", CountsOfLate.MANY)).isSameAs(first);
        assertThat(counted).hasValue(1);
        assertThat(timeline("week", CountsOfLate.MANY)).isNotSameAs(first);
    }

    @Test
    void smallCountsAreAlwaysOfNow() {
        timeline("day", CountsOfLate.MANY - 1);
        timeline("day", CountsOfLate.MANY - 1);

        assertThat(counted).hasValue(2);
    }

    @Test
    void aNativeBuildIsToldWhatTheCacheMakesByName() throws ReflectiveOperationException {
        Cache<List<Object>, Counts> cache = CountsOfLate.empty();
        cache.put(List.of(), new Ranking(new Top("speaker", "publication", List.of()), 0));

        assertThat(CountsOfLate.class.getAnnotation(RegisterForReflection.class).classNames())
                .containsExactlyInAnyOrderElementsOf(MadeByName.of(cache));
    }

    private Timeline timeline(String interval, long many) {
        return counts.timeline(List.of(interval), () -> {
            counted.incrementAndGet();
            return new Timeline(
                    interval, "article", List.of(new Timeline.Stretch(LocalDate.parse("2014-06-16"), many)));
        });
    }
}
