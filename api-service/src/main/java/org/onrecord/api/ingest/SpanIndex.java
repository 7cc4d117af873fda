package org.onrecord.api.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.onrecord.contracts.Field;
import org.onrecord.contracts.Span;

/**
 * What stands in an article, found by its place without going through all of it. Immutable.
 *
 * @param <T> what stands there
 */
final class SpanIndex<T> {
    private final Function<T, Span> span;
    private final Map<Field, Sorted<T>> fields = new EnumMap<>(Field.class);

    /** @param furthest end of the entries up to and with each: it never falls, so that it can be searched */
    private record Sorted<T>(List<T> entries, int[] starts, int[] furthest) {}

    /** @param span where an entry stands */
    SpanIndex(List<T> entries, Function<T, Span> span) {
        this.span = span;
        for (Field field : Field.values()) {
            fields.put(field, sorted(entries, field));
        }
    }

    private Sorted<T> sorted(List<T> entries, Field field) {
        List<T> own = entries.stream()
                .filter(entry -> span.apply(entry).field() == field)
                .sorted(Comparator.comparingInt(entry -> span.apply(entry).start()))
                .toList();
        int[] starts = own.stream().mapToInt(entry -> span.apply(entry).start()).toArray();
        int[] furthest = own.stream().mapToInt(entry -> span.apply(entry).end()).toArray();
        Arrays.parallelPrefix(furthest, Math::max);
        return new Sorted<>(own, starts, furthest);
    }

    /**
     * What shares a character with a stretch.
     *
     * @param start of the stretch, the first UTF-16 unit
     * @param end one past its last
     * @return by their starts
     */
    List<T> overlapping(Field field, int start, int end) {
        Sorted<T> sorted = fields.get(field);
        List<T> found = new ArrayList<>();
        for (int i = firstBeyond(sorted.furthest(), start); i < sorted.starts().length; i++) {
            if (sorted.starts()[i] >= end) {
                break;
            }
            T entry = sorted.entries().get(i);
            if (span.apply(entry).end() > start) {
                found.add(entry);
            }
        }
        return found;
    }

    /** The first place of a number that is greater. */
    private static int firstBeyond(int[] rising, int number) {
        int low = 0;
        int high = rising.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rising[middle] > number) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
