package org.onrecord.nlp.quote.uncued;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import org.onrecord.nlp.document.Paragraph;
import org.onrecord.nlp.quote.content.ContentCandidate.Span;
import org.onrecord.nlp.quote.cue.Cue;
import org.onrecord.nlp.quote.cue.CueLexicon;
import org.onrecord.nlp.quote.reading.Reading;
import org.onrecord.nlp.quote.reading.WordClass;
import org.onrecord.nlp.quote.report.Confidence;
import org.onrecord.nlp.quote.report.Report;
import org.onrecord.nlp.quote.speaker.SpeakerCandidate;
import org.onrecord.nlp.quote.speaker.SpeakerTrait;

/**
 * Speech without a verb: the turns of an interview ({@code LEE: Will you run?}), a name before a colon and a quotation
 * ({@code Kerry: “We need to go.”}) and a name behind a quotation and a dash ({@code “We need to go.” — John Kerry}).
 */
public final class DialogueTurns {

    private static final int LONGEST_NAME = 8;
    private static final CueLexicon.Entry MARK = new CueLexicon.Entry(":", new String[0], "q", 1);

    private final Reading reading;
    private final List<Report> reports = new ArrayList<>();
    private final BitSet taken = new BitSet();

    public DialogueTurns(Reading reading) {
        this.reading = reading;
    }

    /** Finds them all; afterwards {@link #taken()} are the tokens they consist of. */
    public List<Report> find() {
        int sentence = 0;
        List<Reading.Range> sentences = reading.sentences;
        while (sentence < sentences.size()) {
            int next = sentence + 1;
            while (next < sentences.size()
                    && sentences.get(next).paragraph()
                            == sentences.get(sentence).paragraph()) {
                next++;
            }
            paragraph(sentences.get(sentence).from(), sentences.get(next - 1).to());
            sentence = next;
        }
        return reports;
    }

    public BitSet taken() {
        return taken;
    }

    private void paragraph(int from, int to) {
        int start = reading.classes[from] == WordClass.QUOTE ? from + 1 : from;
        int colon = colonAfterName(start, to);
        if (colon > 0 && (isTurn(start, colon) || reading.opensStretch(colon + 1)) && to - colon > 2) {
            add(colon, start, colon, new Span(colon + 1, to), "dialogue-turn", Confidence.DIALOGUE_TURN);
        } else {
            dash(from, to);
        }
    }

    private int colonAfterName(int from, int to) {
        for (int i = from; i < Math.min(to, from + LONGEST_NAME); i++) {
            if (reading.classes[i] == WordClass.COLON) {
                return i > from ? i : -1;
            }
            boolean name = reading.capitalised(i) || reading.lower[i].equals("of") || reading.lower[i].equals(".");
            if (!name || reading.classes[i].isVerbal() && !isCapitals(i)) {
                return -1;
            }
        }
        return -1;
    }

    /** Transcripts set the names in capitals; headlines put the speaker first. */
    private boolean isTurn(int from, int colon) {
        for (int i = from; i < colon; i++) {
            if (!isCapitals(i) && !reading.lower[i].equals(".")) {
                return reading.document
                                .paragraphs()
                                .get(reading.sentence(from).paragraph())
                                .kind()
                        == Paragraph.Kind.HEADLINE;
            }
        }
        return reading.tokens.get(from).text().length() > 1 || colon == from + 1 && isQuestionOrAnswer(from);
    }

    private boolean isQuestionOrAnswer(int i) {
        return reading.lower[i].equals("q") || reading.lower[i].equals("a");
    }

    private boolean isCapitals(int i) {
        String word = reading.tokens.get(i).text();
        return word.chars().noneMatch(Character::isLowerCase) && Character.isUpperCase(word.codePointAt(0));
    }

    private void dash(int from, int to) {
        int end = to;
        while (end > from && reading.classes[end - 1] == WordClass.STOP) {
            end--;
        }
        int name = end;
        while (name > from && name > end - LONGEST_NAME && reading.classes[name - 1] == WordClass.NAME) {
            name--;
        }
        int mark = name - 1;
        if (name < end
                && mark - 1 > from
                && reading.classes[mark] == WordClass.DASH
                && reading.closesStretch(mark - 1)
                && reading.opensStretch(from)) {
            add(mark, name, end, new Span(from, mark), "dash-and-name", Confidence.DASH_AND_NAME);
        }
    }

    private void add(int mark, int nameFrom, int nameTo, Span content, String rule, double confidence) {
        Cue cue = new Cue(mark, mark + 1, MARK, Cue.Form.COLON);
        SpeakerCandidate speaker =
                new SpeakerCandidate(nameFrom, nameTo, nameTo, new double[SpeakerTrait.values().length]);
        reports.add(new Report(cue, speaker, List.of(content), confidence, rule));
        taken.set(content.from(), content.to());
        taken.set(nameFrom, nameTo);
        taken.set(mark);
    }
}
