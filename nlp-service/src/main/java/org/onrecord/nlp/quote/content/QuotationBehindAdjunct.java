package org.onrecord.nlp.quote.content;

import java.util.List;

import org.onrecord.nlp.quote.content.ContentCandidate.Span;
import org.onrecord.nlp.quote.cue.Cue;
import org.onrecord.nlp.quote.cue.CueLexicon;
import org.onrecord.nlp.quote.reading.Reading;
import org.onrecord.nlp.quote.reading.WordClass;

/**
 * {@code told the press in an interview, “We are ready.”}: what stands between a cue and the comma or colon before the
 * quotation says to whom and where it was said, and is no part of it.
 */
public final class QuotationBehindAdjunct {

    private QuotationBehindAdjunct() {}

    public static List<Span> narrow(Reading reading, Cue cue, List<Span> spans) {
        Span first = spans.getFirst();
        int quote = first.from();
        while (quote < first.to() && !reading.quoted(quote)) {
            quote++;
        }
        boolean addressee = cue.entry().takes(CueLexicon.Frame.ADDRESSEE);
        boolean adjunct = spans.size() == 1
                && (addressee || reading.classes[first.from()] == WordClass.PREPOSITION)
                && quote > first.from() + 1
                && quote < first.to()
                && (reading.classes[quote - 1] == WordClass.COMMA || reading.classes[quote - 1] == WordClass.COLON)
                && reading.closesStretch(first.to() - 1)
                && !reading.wordAt(first.from()).equals("that")
                && !reading.hasFiniteVerb(first.from(), quote);
        return adjunct ? List.of(new Span(quote, first.to())) : spans;
    }
}
