package org.onrecord.nlp.quote.report;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.onrecord.nlp.quote.content.ContentCandidate.Span;
import org.onrecord.nlp.quote.content.ContentModel;

/**
 * Two reports do not have the same words, and do not end in the midst of each other: of two that contend the likelier one
 * stays. A report may stand within another ({@code Trump said that Clinton had called it “a joke”}).
 */
public final class Contest {

    private static final double SAME = 0.5;

    private final List<Report> won = new ArrayList<>();

    private Contest() {}

    /**
     * The reports that stay, in reading order.
     *
     * @param likeliest the likeliest first
     */
    public static List<Report> settle(List<Report> likeliest) {
        Contest contest = new Contest();
        BitSet taken = new BitSet();
        for (Report report : likeliest) {
            boolean free = taken.get(report.start(), report.end()).isEmpty();
            if (free || contest.won.stream().noneMatch(other -> contend(report, other))) {
                contest.won.add(report);
                taken.set(report.start(), report.end());
            }
        }
        contest.won.sort(Comparator.comparingInt(Report::start));
        return withoutSharedPieces(contest.won);
    }

    /** {@code “A,” Lee said, adding: “B.”}: B belongs to the cue that it stands behind, and to that alone. */
    private static List<Report> withoutSharedPieces(List<Report> reports) {
        Set<Span> whole = new HashSet<>();
        reports.stream()
                .filter(r -> r.spans().size() == 1)
                .forEach(r -> whole.add(r.spans().getFirst()));
        List<Report> result = new ArrayList<>();
        for (Report report : reports) {
            List<Span> own = report.spans().size() == 1
                    ? report.spans()
                    : report.spans().stream()
                            .filter(span -> span.from() == report.start() || !whole.contains(span))
                            .toList();
            result.add(own.size() == report.spans().size() ? report : report.with(own));
        }
        return result;
    }

    private static boolean contend(Report report, Report other) {
        if (report.end() <= other.start() || other.end() <= report.start()) {
            return false;
        }
        if (standsIn(report, other) || standsIn(other, report)) {
            return false;
        }
        double share = ContentModel.share(report.spans(), other.spans());
        return share >= SAME || share > 0 && !isWithin(report, other) && !isWithin(other, report);
    }

    /** With its cue: "Forbes says that West claimed to be ill". */
    private static boolean standsIn(Report inner, Report outer) {
        return inner.cue() != null
                && outer.covers(new Span(inner.cue().from(), inner.cue().to()))
                && isWithin(inner, outer);
    }

    private static boolean isWithin(Report inner, Report outer) {
        for (Span span : inner.spans()) {
            if (!outer.covers(span)) {
                return false;
            }
        }
        return true;
    }
}
