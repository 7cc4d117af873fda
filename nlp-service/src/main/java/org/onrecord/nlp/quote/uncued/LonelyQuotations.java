package org.onrecord.nlp.quote.uncued;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.onrecord.nlp.quote.content.ContentCandidate.Span;
import org.onrecord.nlp.quote.cue.Cue;
import org.onrecord.nlp.quote.reading.Reading;
import org.onrecord.nlp.quote.reading.WordClass;
import org.onrecord.nlp.quote.report.Confidence;
import org.onrecord.nlp.quote.report.Report;
import org.onrecord.nlp.quote.speaker.SpeakerCandidate;
import org.onrecord.nlp.quote.speaker.SpeakerCandidates;
import org.onrecord.nlp.quote.speaker.SpeakerRanking;

/**
 * Gives quoted sentences without a cue of their own to the speaker before them: further spans of a quotation that goes on
 * ({@code “A,” she said. “B.”}), and quotations of their own behind reported speech or a sentence about the speaker.
 */
public final class LonelyQuotations {

    private static final int SHORTEST = 4;
    /** A quotation of more pieces is taken up as a new one, so that joining stays linear. */
    private static final int MOST_SPANS = 64;

    private final Reading reading;
    private final List<Report> reports;
    private final int[] reportEndingIn;
    private final Map<Integer, Cue> lastCueIn = new HashMap<>();

    private LonelyQuotations(Reading reading, List<Report> reports, List<Cue> cues) {
        this.reading = reading;
        cues.forEach(cue -> lastCueIn.put(reading.sentenceOf[cue.from()], cue));
        this.reports = new ArrayList<>(reports);
        this.reportEndingIn = new int[reading.sentences.size()];
    }

    /** @param cues all of the document's, those without a report too */
    public static List<Report> join(Reading reading, List<Report> reports, List<Cue> cues) {
        LonelyQuotations quotations = new LonelyQuotations(reading, reports, cues);
        quotations.join();
        return quotations.reports;
    }

    private void join() {
        reports.sort(Comparator.comparingInt(Report::start));
        java.util.Arrays.fill(reportEndingIn, -1);
        for (int r = 0; r < reports.size(); r++) {
            Report report = reports.get(r);
            for (Span span : report.spans()) {
                endsIn(reading.sentenceOf[span.to() - 1], r);
            }
            endsIn(reading.sentenceOf[report.cue().from()], r);
        }
        for (int s = 0; s < reading.sentences.size(); s++) {
            if (reportEndingIn[s] < 0 && isWhollyQuoted(reading.sentences.get(s))) {
                attach(s);
            }
        }
    }

    /** {@code “A,” she said, adding that they knew. “B.”}: B carries on A, not what was added. */
    private void endsIn(int sentence, int report) {
        int before = reportEndingIn[sentence];
        if (before < 0
                || before == report
                || !reading.quoted(reports.get(before).start())) {
            reportEndingIn[sentence] = report;
        }
    }

    private boolean isWhollyQuoted(Reading.Range sentence) {
        int to = sentence.to();
        while (to > sentence.from() + 1 && !reading.quoted(to - 1) && reading.classes[to - 1] == WordClass.STOP) {
            to--;
        }
        for (int i = sentence.from(); i < to; i++) {
            if (!reading.quoted(i)) {
                return false;
            }
        }
        return to - sentence.from() >= SHORTEST;
    }

    private void attach(int s) {
        Reading.Range sentence = reading.sentences.get(s);
        Span span = new Span(sentence.from(), sentence.to());
        int before = earlierInParagraph(s);
        if (before < 0 && opensNext(s)) {
            lengthen(reportEndingIn[s + 1], s, span);
            return;
        }
        if (before >= 0) {
            Report earlier = reports.get(before);
            if (carriesOn(earlier)) {
                lengthen(before, s, span);
            } else {
                add(s, span, earlier.speaker());
            }
            return;
        }
        int above = s > 0 ? reportEndingIn[s - 1] : -1;
        if (above >= 0 && goesOn(above, sentence.from() - 1)) {
            lengthen(above, s, span);
        } else if (above >= 0) {
            add(s, span, reports.get(above).speaker());
        } else if (announced(s)) {
            announce(s, span, lastCueIn.get(s - 1));
        } else if (introduced(s)) {
            add(s, span, subjectOf(s - 1));
        }
    }

    /** {@code Lee wrote in her letter:} and the letter's words in the paragraph below. */
    private boolean announced(int s) {
        if (s == 0 || !lastCueIn.containsKey(s - 1)) {
            return false;
        }
        WordClass last = reading.classes[reading.sentences.get(s).from() - 1];
        return last == WordClass.COLON || last == WordClass.COMMA;
    }

    private void announce(int s, Span span, Cue cue) {
        SpeakerRanking.Choice choice = SpeakerRanking.best(SpeakerCandidates.around(reading, cue));
        SpeakerCandidate speaker = choice == null ? null : choice.speaker();
        reports.add(new Report(cue, speaker, List.of(span), Confidence.ANNOUNCED, "announced-quotation"));
        reportEndingIn[s] = reports.size() - 1;
    }

    /** Left open, and the quotation that opens the next paragraph has its cue there. */
    private boolean opensNext(int s) {
        if (s + 1 >= reading.sentences.size() || reportEndingIn[s + 1] < 0) {
            return false;
        }
        Reading.Range next = reading.sentences.get(s + 1);
        return leftOpen(next.from() - 1)
                && reports.get(reportEndingIn[s + 1]).start() == next.from()
                && reading.quoted(next.from());
    }

    private int earlierInParagraph(int s) {
        int paragraph = reading.sentences.get(s).paragraph();
        for (int t = s - 1; t >= Math.max(0, s - 3) && reading.sentences.get(t).paragraph() == paragraph; t--) {
            if (reportEndingIn[t] >= 0) {
                return reportEndingIn[t];
            }
        }
        return -1;
    }

    private void lengthen(int report, int s, Span span) {
        List<Span> spans = new ArrayList<>(reports.get(report).spans());
        if (spans.size() >= MOST_SPANS) {
            add(s, span, reports.get(report).speaker());
            return;
        }
        spans.add(span);
        spans.sort(Comparator.comparingInt(Span::from));
        reports.set(report, reports.get(report).with(spans));
        reportEndingIn[s] = report;
    }

    /** {@code He was tired, Kerry said. “It was late.”}: content before its cue goes on behind it. */
    private boolean carriesOn(Report earlier) {
        return reading.quoted(earlier.start())
                || earlier.cue() != null && earlier.start() < earlier.cue().from();
    }

    /** A sentence in the same paragraph, or one that ends with a colon, is about the one who is quoted then. */
    private boolean introduced(int s) {
        if (s == 0) {
            return false;
        }
        Reading.Range before = reading.sentences.get(s - 1);
        return before.paragraph() == reading.sentences.get(s).paragraph()
                || reading.classes[before.to() - 1] == WordClass.COLON;
    }

    /** The paragraph above is left open, or quotes its speaker in whole sentences too. */
    private boolean goesOn(int report, int token) {
        Report above = reports.get(report);
        return leftOpen(token) || above.cue() != null && reading.quoted(above.start());
    }

    private boolean leftOpen(int token) {
        return reading.quoted(token)
                && !reading.stretches.get(reading.stretchOf[token]).closed();
    }

    private SpeakerCandidate subjectOf(int s) {
        Reading.Range sentence = reading.sentences.get(s);
        Cue anywhere = new Cue(sentence.to() - 1, sentence.to(), null, Cue.Form.GERUND);
        SpeakerRanking.Choice choice = SpeakerRanking.best(SpeakerCandidates.around(reading, anywhere));
        return choice == null ? null : choice.speaker();
    }

    private void add(int s, Span span, SpeakerCandidate speaker) {
        reports.add(new Report(null, speaker, List.of(span), Confidence.WITHOUT_CUE, "quotation-without-cue"));
        reportEndingIn[s] = reports.size() - 1;
    }
}
