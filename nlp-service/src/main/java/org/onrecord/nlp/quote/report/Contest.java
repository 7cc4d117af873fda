package org.onrecord.nlp.quote.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.onrecord.nlp.quote.content.ContentModel;
import org.onrecord.nlp.quote.content.Span;

/**
 * Two reports do not have the same words, and do not end in the midst of each other: of two that contend the likelier one
 * stays. A report may stand within another ({@code Trump said that Clinton had called it “a joke”}).
 */
public final class Contest {

    private static final double SAME = 0.5;
    private static final double ALMOST_ALL = 0.75;

    /** Reports are sought by the stretches of so many tokens that they touch. */
    private static final int STRETCH = 256;

    private final List<Report> won = new ArrayList<>();
    private final Map<Integer, List<Report>> byStretch = new HashMap<>();

    private Contest() {}

    /**
     * The reports that stay, in reading order.
     *
     * @param likeliest the likeliest first
     */
    public static List<Report> settle(List<Report> likeliest) {
        Contest contest = new Contest();
        for (Report whole : likeliest) {
            Report report = contest.withoutPiecesOfOthers(whole);
            if (contest.near(report).noneMatch(other -> contend(report, other))) {
                contest.add(report);
            }
        }
        contest.won.sort(Comparator.comparingInt(Report::start));
        return contest.won;
    }

    private void add(Report report) {
        won.add(report);
        for (int stretch = report.start() / STRETCH; stretch <= report.end() / STRETCH; stretch++) {
            byStretch.computeIfAbsent(stretch, s -> new ArrayList<>()).add(report);
        }
    }

    /** Those that won and may share words with a report. */
    private Stream<Report> near(Report report) {
        return IntStream.rangeClosed(report.start() / STRETCH, report.end() / STRETCH)
                .mapToObj(stretch -> byStretch.getOrDefault(stretch, List.of()))
                .flatMap(List::stream);
    }

    /** {@code “A,” Lee said, adding: “B.”}: B belongs to the cue that it stands behind, and to that alone. */
    private Report withoutPiecesOfOthers(Report report) {
        if (report.spans().size() == 1) {
            return report;
        }
        List<Span> own = report.spans().stream()
                .filter(span -> span.from() == report.start()
                        || near(report).noneMatch(other -> other.spans().equals(List.of(span))))
                .toList();
        return own.size() == report.spans().size() ? report : report.with(own);
    }

    private static boolean contend(Report report, Report other) {
        if (report.end() <= other.start() || other.end() <= report.start()) {
            return false;
        }
        double share = ContentModel.share(report.spans(), other.spans());
        if (standsIn(report, other) || standsIn(other, report)) {
            return share >= ALMOST_ALL && sameSpeaker(report, other);
        }
        return share >= SAME || share > 0 && !isWithin(report, other) && !isWithin(other, report);
    }

    /** With its cue: "Forbes says that West claimed to be ill". */
    private static boolean standsIn(Report inner, Report outer) {
        return inner.cue() != null
                && outer.covers(new Span(inner.cue().from(), inner.cue().to()))
                && isWithin(inner, outer);
    }

    /** {@code dismissed the allegation that he lied}: one statement of one speaker, and not another within it. */
    private static boolean sameSpeaker(Report report, Report other) {
        return report.speaker() != null
                && other.speaker() != null
                && report.speaker().from() == other.speaker().from();
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
