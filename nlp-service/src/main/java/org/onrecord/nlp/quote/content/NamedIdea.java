package org.onrecord.nlp.quote.content;

import java.util.List;
import java.util.Set;

import org.onrecord.nlp.quote.content.ContentCandidate.Span;
import org.onrecord.nlp.quote.reading.Reading;
import org.onrecord.nlp.quote.reading.WordClass;

/**
 * {@code ruled out the idea of “joint operations” with Iran}: the words that are quoted are the report; the noun that names
 * them and what the writer adds behind them are not.
 */
public final class NamedIdea {

    private static final Set<String> NOUNS =
            Set.of("idea", "notion", "suggestion", "prospect", "possibility", "concept", "talk", "charge", "question");

    private NamedIdea() {}

    public static List<Span> narrow(Reading reading, List<Span> spans) {
        Span span = spans.getFirst();
        int noun = reading.classAt(span.from()) == WordClass.DETERMINER ? span.from() + 1 : span.from();
        boolean named = spans.size() == 1
                && NOUNS.contains(reading.wordAt(noun))
                && reading.wordAt(noun + 1).equals("of")
                && noun + 2 < span.to()
                && reading.opensStretch(noun + 2);
        return named ? List.of(new Span(noun + 2, Math.min(span.to(), reading.stretchEnd(noun + 2)))) : spans;
    }
}
