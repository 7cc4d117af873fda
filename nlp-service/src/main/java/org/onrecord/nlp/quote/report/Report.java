package org.onrecord.nlp.quote.report;

import java.util.ArrayList;
import java.util.List;

import org.onrecord.nlp.quote.content.Span;
import org.onrecord.nlp.quote.cue.Cue;
import org.onrecord.nlp.quote.speaker.SpeakerCandidate;

/**
 * One act of speech in tokens, on its way to a {@link Quotation}.
 *
 * @param cue what reports it; null where a quotation stands alone
 * @param speaker null where the text does not show it
 * @param spans token ranges in reading order
 * @param evidence probability that spans and speaker are right
 * @param rule the construction that found it
 */
public record Report(Cue cue, SpeakerCandidate speaker, List<Span> spans, double evidence, String rule) {

    public int start() {
        return spans.getFirst().from();
    }

    public int end() {
        return spans.getLast().to();
    }

    public boolean covers(Span span) {
        return spans.stream().anyMatch(s -> s.from() <= span.from() && span.to() <= s.to());
    }

    /** The same with its last span drawn on. */
    public Report endingAt(int end) {
        List<Span> longer = new ArrayList<>(spans);
        longer.set(longer.size() - 1, new Span(longer.getLast().from(), end));
        return with(longer);
    }

    public Report with(List<Span> longer) {
        return new Report(cue, speaker, longer, evidence, rule);
    }
}
