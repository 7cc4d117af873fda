package org.onrecord.nlp.quote.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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
        for (Report report : likeliest) {
            if (contest.won.stream().noneMatch(other -> contend(report, other))) {
                contest.won.add(report);
            }
        }
        contest.won.sort(Comparator.comparingInt(Report::start));
        return contest.won;
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
