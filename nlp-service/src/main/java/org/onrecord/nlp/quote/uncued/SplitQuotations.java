package org.onrecord.nlp.quote.uncued;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import org.onrecord.nlp.quote.content.Span;
import org.onrecord.nlp.quote.reading.Reading;
import org.onrecord.nlp.quote.reading.WordClass;
import org.onrecord.nlp.quote.report.Report;

/** {@code “We looked twice,” Solheim told reporters, “and found nothing”}: what is quoted on both sides of its cue is one. */
public final class SplitQuotations {

    /** Tokens between the first part and the cue: a speaker with a title. */
    private static final int LONGEST_SPEAKER = 12;

    private SplitQuotations() {}

    /** The reports whose quoted content begins behind the cue, with what is quoted directly before the speaker. */
    public static List<Report> complete(Reading reading, List<Report> reports) {
        BitSet taken = new BitSet();
        reports.forEach(report -> report.spans().forEach(span -> taken.set(span.from(), span.to())));
        List<Report> completed = new ArrayList<>(reports.size());
        for (Report report : reports) {
            Span first = firstPart(reading, report);
            if (first == null || taken.get(first.from(), first.to()).cardinality() > 0) {
                completed.add(report);
                continue;
            }
            List<Span> spans = new ArrayList<>(report.spans());
            spans.addFirst(first);
            completed.add(report.with(spans));
        }
        return completed;
    }

    /** What is quoted before the speaker and ends with a comma within its marks; null for none. */
    private static Span firstPart(Reading reading, Report report) {
        if (report.cue() == null || report.start() < report.cue().to() || !reading.opensStretch(report.start())) {
            return null;
        }
        int floor = Math.max(
                reading.sentence(report.cue().from()).from(), report.cue().from() - LONGEST_SPEAKER);
        int end = report.cue().from();
        while (end > floor && !reading.closesStretch(end - 1)) {
            end--;
        }
        if (end <= floor || reading.classAt(end - 2) != WordClass.COMMA) {
            return null;
        }
        int from = end - 1;
        while (!reading.opensStretch(from)) {
            from--;
        }
        return new Span(from, end);
    }
}
