package org.onrecord.nlp.quote.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.onrecord.nlp.quote.content.ContentCandidate.Span;

/**
 * {@code Trump said that Clinton once described the pact as “the gold standard”}: what Clinton said is known only from what
 * Trump says of it, so the report within the report is his word and no record of hers.
 */
public final class EmbeddedReports {

    private EmbeddedReports() {}

    /** The reports that stand, cue and content, in no other report's content; in reading order of their first spans. */
    public static List<Report> drop(List<Report> reports) {
        List<Report> outermost = new ArrayList<>();
        List<Report> sorted = new ArrayList<>(reports);
        sorted.sort(Comparator.comparingInt(EmbeddedReports::start).thenComparingInt(r -> -r.end()));
        Span reach = new Span(0, 0);
        for (Report report : sorted) {
            if (!isWithin(report, reach)) {
                outermost.add(report);
            }
            for (Span span : report.spans()) {
                reach = span.to() > reach.to() ? span : reach;
            }
        }
        outermost.sort(Comparator.comparingInt(Report::start));
        return withoutContest(outermost);
    }

    /** {@code He was asked to go: “I will stay,” she said.}: of two cues that claim the same words the surer one has them. */
    private static List<Report> withoutContest(List<Report> reports) {
        Map<List<Span>, Report> surest = new LinkedHashMap<>();
        for (Report report : reports) {
            surest.merge(report.spans(), report, (a, b) -> b.evidence() > a.evidence() ? b : a);
        }
        return new ArrayList<>(surest.values());
    }

    private static int start(Report report) {
        return report.cue() == null
                ? report.start()
                : Math.min(report.start(), report.cue().from());
    }

    private static boolean isWithin(Report report, Span reach) {
        return report.cue() != null
                && start(report) >= reach.from()
                && report.end() <= reach.to()
                && report.cue().to() <= reach.to();
    }
}
