package org.onrecord.nlp.quote.uncued;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.onrecord.nlp.quote.content.Span;
import org.onrecord.nlp.quote.cue.Cue;
import org.onrecord.nlp.quote.cue.CueLexicon;
import org.onrecord.nlp.quote.reading.NounPhrases;
import org.onrecord.nlp.quote.reading.Reading;
import org.onrecord.nlp.quote.reading.WordClass;
import org.onrecord.nlp.quote.report.Confidence;
import org.onrecord.nlp.quote.report.Report;
import org.onrecord.nlp.quote.speaker.SpeakerCandidate;
import org.onrecord.nlp.quote.speaker.SpeakerCandidates;
import org.onrecord.nlp.quote.speaker.SpeakerRanking;
import org.onrecord.nlp.quote.speaker.SpeakerTrait;

/**
 * Gives quoted sentences without a cue of their own to the speaker before them: further spans of a quotation that goes on
 * ({@code “A,” she said. “B.”}), and quotations of their own behind reported speech or a sentence about the speaker.
 */
public final class LonelyQuotations {

    private static final int SHORTEST = 4;
    private static final int LONGEST_ADJUNCT = 10;
    private static final Set<String> STATEMENTS = Set.of(
            "statement",
            "comment",
            "comments",
            "remarks",
            "letter",
            "message",
            "reaction",
            "response",
            "post",
            "tweet");
    /** A quotation of more pieces is taken up as a new one, so that joining stays linear. */
    private static final int MOST_SPANS = 64;

    private final Reading reading;
    private final List<Report> reports;
    private final int[] reportEndingIn;
    private final Map<Integer, Cue> lastCueIn = new HashMap<>();

    private LonelyQuotations(Reading reading, List<Report> reports, List<Cue> cues) {
        this.reading = reading;
        cues.forEach(cue -> lastCueIn.merge(reading.sentenceOf[cue.from()], cue, LonelyQuotations::announcing));
        this.reports = new ArrayList<>(reports);
        this.reportEndingIn = new int[reading.sentences.size()];
    }

    /** The last verb, and a noun only where there is none: {@code said in a statement:} */
    private static Cue announcing(Cue before, Cue cue) {
        return cue.form() == Cue.Form.NOUN && before.form() != Cue.Form.NOUN ? before : cue;
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
            if (reading.quoted(report.cue().from()) && !report.rule().equals(DialogueTurns.TURN)) {
                // What a quotation reports of others is not what carries it on.
                continue;
            }
            for (Span span : report.spans()) {
                int last = reading.sentenceOf[span.to() - 1];
                int first = report.rule().equals(DialogueTurns.TURN) ? reading.sentenceOf[span.from()] : last;
                for (int s = first; s <= last; s++) {
                    endsIn(s, r);
                }
            }
            endsIn(reading.sentenceOf[report.cue().from()], r);
        }
        for (int s = 0; s < reading.sentences.size(); s++) {
            if (reportEndingIn[s] < 0 && isWhollyQuoted(reading.sentences.get(s))) {
                attach(s);
            } else if (reportEndingIn[s] < 0 && opensParagraph(s) && announcesParagraph(s - 1)) {
                announceParagraph(s);
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
            if (carriesOn(earlier) && reportEndingIn[s - 1] == before) {
                lengthen(before, s, span);
            } else {
                add(s, span, earlier.speaker(), Confidence.SAME_PARAGRAPH, "quotation-behind-report");
            }
            return;
        }
        int above = s > 0 ? reportEndingIn[s - 1] : -1;
        if (above >= 0 && reportsAdjunct(s - 1)) {
            announce(s, span, reports.get(above).cue());
        } else if (above >= 0 && goesOn(above, sentence.from() - 1)) {
            lengthen(above, s, span);
        } else if (above >= 0) {
            add(s, span, reports.get(above).speaker(), Confidence.BELOW_REPORT, "quotation-below-report");
        } else if (announced(s)) {
            announce(s, span, lastCueIn.get(s - 1));
        } else if (introduced(s)) {
            introduce(s, span);
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
        int noun = statement(reading.sentences.get(s - 1));
        SpeakerCandidate issuer = choice == null && noun >= 0 ? issuer(reading.sentences.get(s - 1), noun) : null;
        SpeakerCandidate speaker = choice == null ? issuer : choice.speaker();
        Report announced = new Report(cue, speaker, List.of(span), Confidence.ANNOUNCED, "announced-quotation");
        if (reportsAdjunct(s - 1)) {
            reports.set(reportEndingIn[s - 1], announced);
            reportEndingIn[s] = reportEndingIn[s - 1];
        } else {
            reports.add(announced);
            reportEndingIn[s] = reports.size() - 1;
        }
    }

    private boolean opensParagraph(int s) {
        return s > 0
                && reading.sentences.get(s - 1).paragraph()
                        != reading.sentences.get(s).paragraph();
    }

    /** {@code She wrote on her page:} with a verb of speech, nothing that it reports and a colon at the end. */
    private boolean announcesParagraph(int s) {
        Cue cue = lastCueIn.get(s);
        int end = reading.sentences.get(s).to();
        return cue != null
                && cue.form() == Cue.Form.FINITE
                && (cue.entry().takes(CueLexicon.Frame.CLAUSE) || cue.entry().takes(CueLexicon.Frame.QUOTATION))
                && reading.classes[end - 1] == WordClass.COLON
                && end - cue.to() <= LONGEST_ADJUNCT
                && (reportEndingIn[s] < 0 || reportsAdjunct(s))
                && !reading.hasFiniteVerb(cue.to(), end);
    }

    /** {@code Lee said in a statement:} does not report "in a statement". */
    private boolean reportsAdjunct(int s) {
        int r = reportEndingIn[s];
        int last = reading.sentences.get(s).to() - 1;
        if (r < 0 || reading.classes[last] != WordClass.COLON) {
            return false;
        }
        Span span = reports.get(r).spans().getFirst();
        return reports.get(r).cue() != null
                && span.from() == reports.get(r).cue().to()
                && reading.classes[span.from()] == WordClass.PREPOSITION
                && span.to() == last
                && !reading.hasFiniteVerb(span.from(), span.to());
    }

    /** Takes the one paragraph that is announced. */
    private void announceParagraph(int s) {
        int last = s;
        while (last + 1 < reading.sentences.size() && !opensParagraph(last + 1) && reportEndingIn[last + 1] < 0) {
            last++;
        }
        announce(
                s,
                new Span(
                        reading.sentences.get(s).from(),
                        reading.sentences.get(last).to()),
                lastCueIn.get(s - 1));
        for (int t = s; t <= last; t++) {
            reportEndingIn[t] = reportEndingIn[s];
        }
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
                || reading.classes[before.to() - 1] == WordClass.COLON
                || statement(before) >= 0
                        && reading.wordAt(statement(before) - 1).equals("following");
    }

    /** {@code Sen. Lee's statement on the vote:}, {@code Lee today made the following statement.} and the words below. */
    private void introduce(int s, Span span) {
        int noun = statement(reading.sentences.get(s - 1));
        SpeakerCandidate issuer = noun < 0 ? null : issuer(reading.sentences.get(s - 1), noun);
        if (issuer == null) {
            add(s, span, subjectOf(s - 1));
        } else {
            reports.add(new Report(null, issuer, List.of(span), Confidence.STATEMENT, "issued-statement"));
            reportEndingIn[s] = reports.size() - 1;
        }
    }

    private int statement(Reading.Range sentence) {
        for (int i = sentence.from(); i < sentence.to(); i++) {
            if (STATEMENTS.contains(reading.lower[i]) && !reading.quoted(i)) {
                return i;
            }
        }
        return -1;
    }

    private SpeakerCandidate issuer(Reading.Range sentence, int noun) {
        String behind = reading.wordAt(noun + 1);
        if (behind.equals("of") || behind.equals("by") || behind.equals("from")) {
            return phrase(noun + 2, NounPhrases.endOf(reading, noun + 2, sentence.to()));
        }
        if (reading.classAt(noun - 1) == WordClass.POSSESSIVE) {
            return phrase(NounPhrases.startOf(reading, noun - 2, sentence.from()), noun - 1);
        }
        for (int i = sentence.from(); i < noun; i++) {
            if (reading.classes[i] == WordClass.VERB && !reading.quoted(i)) {
                SpeakerRanking.Choice choice = SpeakerRanking.best(
                        SpeakerCandidates.around(reading, new Cue(i, i + 1, null, Cue.Form.FINITE)));
                return choice == null ? null : choice.speaker();
            }
        }
        return null;
    }

    private static SpeakerCandidate phrase(int from, int to) {
        return to > from ? new SpeakerCandidate(from, to, to, new double[SpeakerTrait.values().length]) : null;
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
        add(s, span, speaker, Confidence.WITHOUT_CUE, "quotation-without-cue");
    }

    private void add(int s, Span span, SpeakerCandidate speaker, double confidence, String rule) {
        reports.add(new Report(null, speaker, List.of(span), confidence, rule));
        reportEndingIn[s] = reports.size() - 1;
    }
}
