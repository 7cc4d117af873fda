package org.onrecord.nlp.quote;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

import org.onrecord.nlp.document.Paragraph;
import org.onrecord.nlp.quote.ContentCandidate.Span;

/**
 * Quoted words that no report covers: somebody's words if they look like speech, and dropped if they look like the title
 * of a work, a coined term or a scare quote.
 */
final class LooseStretches {

    private static final Set<String> FIRST_OR_SECOND =
            Set.of("i", "we", "you", "my", "our", "your", "me", "us", "i’m", "i'm", "let");

    /** From this many words on, quoted words read as a sentence of their own. */
    static final int SENTENCE_LIKE = 4;

    private final Reading reading;
    private final BitSet covered = new BitSet();
    private final BitSet reported = new BitSet();
    private final BitSet cues;
    private final int[] looseIn;

    /** A stretch that no report covers, its tokens and what can be seen of it. */
    record Loose(Span span, double[] traits) {}

    LooseStretches(Reading reading, List<Report> reports, BitSet cues) {
        this.reading = reading;
        this.cues = cues;
        this.looseIn = new int[reading.sentences.size()];
        for (Report report : reports) {
            report.spans().forEach(span -> covered.set(span.from(), span.to()));
            reported.set(reading.sentenceOf[report.start()]);
        }
    }

    List<Loose> find() {
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < reading.tokens.size(); ) {
            if (!reading.quoted(i)) {
                i++;
                continue;
            }
            int end = reading.stretchEnd(i);
            if (covered.nextSetBit(i) < 0 || covered.nextSetBit(i) >= end) {
                spans.add(new Span(i, end));
                looseIn[reading.sentenceOf[i]]++;
            }
            i = end;
        }
        return spans.stream()
                .filter(s -> s.to() - s.from() > 2)
                .map(s -> new Loose(s, traits(s)))
                .toList();
    }

    private double[] traits(Span span) {
        double[] t = new double[StretchTrait.values().length];
        int from = span.from() + 1;
        int to = reading.classes[span.to() - 1] == WordClass.QUOTE ? span.to() - 1 : span.to();
        set(t, StretchTrait.ALWAYS, true);
        inside(t, from, to);
        around(t, span);
        int sentence = reading.sentenceOf[span.from()];
        Reading.Range range = reading.sentences.get(sentence);
        int cue = cues.nextSetBit(range.from());
        set(t, StretchTrait.CUE_IN_SENTENCE, cue >= 0 && cue < range.to());
        set(t, StretchTrait.REPORT_IN_SENTENCE, reported.get(sentence));
        set(t, StretchTrait.REPORT_IN_PARAGRAPH, reported.get(Math.max(0, sentence - 1)) || reported.get(sentence + 1));
        set(t, StretchTrait.PERSON_IN_SENTENCE, personIn(range, span.from()));
        set(t, StretchTrait.WHOLE_SENTENCE, span.from() == range.from() && span.to() >= range.to() - 1);
        set(
                t,
                StretchTrait.HEADLINE,
                reading.document.paragraphs().get(range.paragraph()).kind() == Paragraph.Kind.HEADLINE
                        || range.paragraph() == 0);
        set(t, StretchTrait.OTHER_LOOSE_IN_SENTENCE, looseIn[sentence] > 1);
        char mark = reading.tokens.get(span.from()).text().charAt(0);
        set(
                t,
                StretchTrait.SINGLE_MARKS,
                reading.tokens.get(span.from()).text().length() == 1 && (mark == '‘' || mark == '\''));
        return t;
    }

    private void inside(double[] t, int from, int to) {
        int words = 0;
        int capitals = 0;
        int longer = 0;
        boolean person = false;
        for (int i = from; i < to; i++) {
            if (Character.isLetterOrDigit(reading.tokens.get(i).text().codePointAt(0))) {
                words++;
                longer += reading.lower[i].length() > 3 ? 1 : 0;
                capitals += reading.lower[i].length() > 3 && reading.capitalised(i) ? 1 : 0;
                person |= FIRST_OR_SECOND.contains(reading.lower[i]);
            }
        }
        set(t, StretchTrait.ONE_WORD, words == 1);
        set(t, StretchTrait.TWO_WORDS, words == 2);
        t[StretchTrait.LENGTH.ordinal()] = Math.log(1 + Math.min(words, 30));
        set(t, StretchTrait.TITLE_CASE, longer > 0 && capitals == longer);
        set(t, StretchTrait.CAPITALISED, reading.capitalised(from));
        set(t, StretchTrait.HAS_FINITE_VERB, reading.hasFiniteVerb(from, to));
        set(t, StretchTrait.HAS_FIRST_OR_SECOND_PERSON, person);
        WordClass last = reading.classAt(to - 1);
        set(t, StretchTrait.ENDS_WITH_MARK, last == WordClass.STOP || last == WordClass.COMMA);
    }

    private void around(double[] t, Span span) {
        WordClass before = reading.classAt(span.from() - 1);
        set(t, StretchTrait.AFTER_DETERMINER, before == WordClass.DETERMINER);
        set(t, StretchTrait.AFTER_NAME_OR_NOUN, before == WordClass.NAME || before == WordClass.NOUN);
        set(t, StretchTrait.AFTER_PREPOSITION, before == WordClass.PREPOSITION || before == WordClass.SUBORDINATOR);
        set(t, StretchTrait.AFTER_VERB, before.isVerbal());
        set(t, StretchTrait.AFTER_COMMA, before == WordClass.COMMA);
        set(t, StretchTrait.AFTER_COLON, before == WordClass.COLON);
        WordClass next = reading.classAt(span.to());
        set(t, StretchTrait.BEFORE_NOUN, next == WordClass.NOUN || next == WordClass.NAME);
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

    private static void set(double[] traits, StretchTrait trait, boolean value) {
        traits[trait.ordinal()] = value ? 1 : 0;
    }
}
