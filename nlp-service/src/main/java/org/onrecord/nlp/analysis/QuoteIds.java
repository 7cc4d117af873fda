package org.onrecord.nlp.analysis;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import org.onrecord.nlp.analysis.WordSequence.Occurrences;
import org.onrecord.nlp.quote.Quotation;
import org.onrecord.nlp.quote.Quotation.TextSpan;

/**
 * Names the quotations of one article so that they keep their names when it is read again: by the article, the words,
 * and how many times the first piece's words already stood in it. Counting in the text, not among the quotations found,
 * keeps the name when a better reader finds more of them. Not thread-safe.
 */
final class QuoteIds {
    private final UUID articleId;
    private final String document;
    private final Occurrences occurrences;

    /** @param quotations of the document, all that are to be named */
    QuoteIds(UUID articleId, String document, List<Quotation> quotations) {
        this.articleId = articleId;
        this.document = document;
        this.occurrences = WordSequence.of(document)
                .occurrencesOf(quotations.stream()
                        .map(quotation -> words(quotation.spans().getFirst()))
                        .toList());
    }

    UUID of(Quotation quotation) {
        List<String> pieces = quotation.spans().stream()
                .map(this::words)
                .map(WordSequence::toString)
                .toList();
        TextSpan first = quotation.spans().getFirst();
        int occurrence = occurrences.before(first.start(), words(first));
        String name = articleId + "\n" + String.join(" ", pieces) + "\n" + occurrence;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private WordSequence words(TextSpan span) {
        return WordSequence.of(document.substring(span.start(), span.end()));
    }
}
