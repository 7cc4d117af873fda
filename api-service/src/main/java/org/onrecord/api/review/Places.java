package org.onrecord.api.review;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.onrecord.contracts.Field;
import org.onrecord.contracts.Span;

/** Finds words in an article as it is now. Not thread-safe. */
final class Places {

    private final Reading reading;
    private final Map<Field, FoldedText> folded = new EnumMap<>(Field.class);

    Places(Reading reading) {
        this.reading = reading;
    }

    Optional<Span> of(Anchor anchor) {
        String text = reading.text(anchor.field());
        int end = anchor.start() + anchor.exact().length();
        boolean asItWas = end <= text.length() && text.startsWith(anchor.exact(), anchor.start());
        // Nearly always: the article was read again and not written again.
        return asItWas
                        && Anchor.of(text, new Span(anchor.field(), anchor.start(), end))
                                .equals(anchor)
                ? Optional.of(new Span(anchor.field(), anchor.start(), end))
                : folded.computeIfAbsent(anchor.field(), field -> new FoldedText(field, text))
                        .find(anchor);
    }

    /** Where all of them stand; empty if any stands nowhere, or not behind the one before. */
    List<Span> all(List<Anchor> anchors) {
        List<Span> found = new ArrayList<>();
        for (Anchor anchor : anchors) {
            Optional<Span> place = of(anchor);
            if (place.isEmpty()
                    || !found.isEmpty() && found.getLast().end() > place.get().start()) {
                return List.of();
            }
            found.add(place.get());
        }
        return found;
    }

    /** What stands at spans, pieces divided by a space. */
    String words(List<Span> spans) {
        return spans.stream().map(this::words).collect(Collectors.joining(" "));
    }

    String words(Span span) {
        return reading.text(span.field()).substring(span.start(), span.end());
    }
}
