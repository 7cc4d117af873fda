package org.onrecord.api.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.onrecord.contracts.Field;
import org.onrecord.contracts.Span;

import static org.assertj.core.api.Assertions.assertThat;

class SpanIndexTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void findsWhatGoingThroughAllOfItFinds(int seed) {
        Random random = new Random(seed);
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < seed * 20; i++) {
            spans.add(span(random, random.nextInt(100) < 10 ? 60 : 6));
        }
        SpanIndex<Span> index = new SpanIndex<>(spans, span -> span);

        for (int i = 0; i < 200; i++) {
            Span asked = span(random, 20);
            assertThat(index.overlapping(asked.field(), asked.start(), asked.end()))
                    .containsExactlyInAnyOrderElementsOf(
                            spans.stream().filter(span -> overlap(span, asked)).toList())
                    .isSortedAccordingTo(Comparator.comparingInt(Span::start));
        }
    }

    private static Span span(Random random, int longest) {
        int start = random.nextInt(100);
        return new Span(random.nextBoolean() ? Field.TEXT : Field.TITLE, start, start + 1 + random.nextInt(longest));
    }

    private static boolean overlap(Span a, Span b) {
        return a.field() == b.field() && a.start() < b.end() && b.start() < a.end();
    }
}
