package org.onrecord.nlp.quote.uncued;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

import org.onrecord.nlp.quote.content.Span;
import org.onrecord.nlp.quote.cue.SpeakingNouns;
import org.onrecord.nlp.quote.reading.Reading;
import org.onrecord.nlp.quote.reading.WordClass;
import org.onrecord.nlp.quote.report.Report;
import org.onrecord.nlp.weight.TraitVector;

/**
 * Quoted words that no report covers: somebody's words if they look like speech, and dropped if they look like the title
 * of a work, a coined term or a scare quote.
 */
public final class LooseStretches {

    private static final Set<String> FIRST_OR_SECOND =
            Set.of("i", "we", "you", "my", "our", "your", "me", "us", "i’m", "i'm", "let");

    /** From this many words on, quoted words read as a sentence of their own. */
    public static final int SENTENCE_LIKE = 4;

    private static final int SHORT_WORD = 3;

    private final Reading reading;
    private final BitSet covered = new BitSet();
    private final BitSet reported = new BitSet();

    /** A stretch that no report covers, its tokens and what can be seen of it. */
    public record Loose(Span span, double[] traits) {}

    public LooseStretches(Reading reading, List<Report> reports) {
        this.reading = reading;
        for (Report report : reports) {
            report.spans().forEach(span -> covered.set(span.from(), span.to()));
            reported.set(reading.sentenceOf[report.start()]);
        }
    }

    public List<Loose> find() {
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < reading.tokens.size(); ) {
            if (!reading.quoted(i)) {
                i++;
                continue;
            }
            int end = reading.stretchEnd(i);
            if (covered.nextSetBit(i) < 0 || covered.nextSetBit(i) >= end) {
                spans.add(new Span(i, end));
            }
            i = end;
        }
        return spans.stream()
                .filter(s -> s.to() - s.from() > 2)
                .map(s -> new Loose(s, traits(s)))
                .toList();
    }

    private double[] traits(Span span) {
        TraitVector<StretchTrait> t = new TraitVector<>(StretchTrait.class);
        int to = reading.classes[span.to() - 1] == WordClass.QUOTE ? span.to() - 1 : span.to();
        int sentence = reading.sentenceOf[span.from()];
        t.set(StretchTrait.ALWAYS, true);
        t.set(StretchTrait.TITLE_CASE, isTitle(span.from() + 1, to));
        t.set(StretchTrait.HAS_FIRST_OR_SECOND_PERSON, hasPerson(span.from() + 1, to));
        t.set(StretchTrait.AFTER_VERB, reading.classAt(span.from() - 1).isVerbal());
        t.set(StretchTrait.REPORT_IN_PARAGRAPH, reported.get(Math.max(0, sentence - 1)) || reported.get(sentence + 1));
        t.set(StretchTrait.PERSON_IN_SENTENCE, personIn(reading.sentences.get(sentence), span.from()));
        return t.values();
    }

    private boolean isTitle(int from, int to) {
        boolean capitals = false;
        for (int i = from; i < to; i++) {
            if (reading.lower[i].length() > SHORT_WORD
                    && Character.isLetterOrDigit(reading.tokens.get(i).text().codePointAt(0))) {
                if (!reading.capitalised(i)) {
                    return false;
                }
                capitals = true;
            }
        }
        return capitals;
    }

    private boolean hasPerson(int from, int to) {
        for (int i = from; i < to; i++) {
            if (FIRST_OR_SECOND.contains(reading.lower[i])) {
                return true;
            }
        }
        return false;
    }

    private boolean personIn(Reading.Range range, int before) {
        for (int i = range.from(); i < before; i++) {
            if (reading.classes[i] == WordClass.PRONOUN
                    || SpeakingNouns.contains(reading.lower[i])
                    || reading.classes[i] == WordClass.NAME) {
                return true;
            }
        }
        return false;
    }
}
