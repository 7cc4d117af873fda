package org.onrecord.nlp.quote.report;

import java.util.List;

import org.onrecord.nlp.document.Paragraph;
import org.onrecord.nlp.quote.content.ContentModel;
import org.onrecord.nlp.quote.content.Span;
import org.onrecord.nlp.quote.cue.Cue;
import org.onrecord.nlp.quote.cue.CueLexicon.Frame;
import org.onrecord.nlp.quote.cue.SpeakingNouns;
import org.onrecord.nlp.quote.reading.Reading;
import org.onrecord.nlp.quote.reading.TimeWords;
import org.onrecord.nlp.quote.reading.WordClass;
import org.onrecord.nlp.quote.speaker.SpeakerCandidate;
import org.onrecord.nlp.quote.speaker.SpeakerTrait;

/**
 * What tells whether a report has the right words, as numbers: what the content model thinks of it, cue, speaker, words and
 * bounds, and what other cues claim of the same words.
 */
public final class ReportFacts {

    private static final int NEIGHBOURS = 6;

    private final Reading reading;
    private final List<Proposal> proposals;
    private float[] facts = new float[128];
    private int count;

    /** @param proposals all of a document, in reading order of their cues */
    public ReportFacts(Reading reading, List<Proposal> proposals) {
        this.reading = reading;
        this.proposals = proposals;
    }

    private void put(double value) {
        if (count == facts.length) {
            facts = java.util.Arrays.copyOf(facts, 2 * count);
        }
        facts[count++] = (float) value;
    }

    private void put(boolean value) {
        put(value ? 1 : 0);
    }

    private static double logit(double probability) {
        double p = Math.max(1e-4, Math.min(1 - 1e-4, probability));
        return Math.log(p / (1 - p));
    }

    /** The facts of one of the contents of a proposal. */
    public float[] of(int proposal, int content) {
        count = 0;
        Proposal p = proposals.get(proposal);
        ContentModel.Choice c = p.contents().get(content);
        model(p, c, content);
        cue(p.cue());
        speaker(p.cue(), p.speaker() == null ? null : p.speaker().speaker());
        words(c.spans());
        bounds(p.cue(), c.spans());
        neighbours(proposal, c);
        return java.util.Arrays.copyOf(facts, count);
    }

    private void model(Proposal p, ContentModel.Choice c, int rank) {
        put(logit(c.speech()));
        put(logit(c.exactly()));
        put(logit(c.nearly()));
        put(logit(c.beginning()));
        put(logit(c.nearly() / Math.max(1e-4, c.speech())));
        put(logit(c.nearly() / Math.max(1e-4, c.beginning())));
        put(rank);
        put(logit(p.best().nearly()) - logit(c.nearly()));
        double other = 0;
        for (ContentModel.Choice o : p.contents()) {
            if (ContentModel.share(o.spans(), c.spans()) < 0.8) {
                other = Math.max(other, o.nearly());
            }
        }
        put(logit(other));
        put(c.rule().equals("before-cue"));
        put(c.rule().equals("around-cue"));
        for (int kind : new int[] {0, 1, 2, 3, 4, 6, 7, 8, 9, 10, 13, 14, 15, 16}) {
            put(c.opening() == kind);
        }
    }

    private void cue(Cue cue) {
        for (Cue.Form form : Cue.Form.values()) {
            put(cue.form() == form);
        }
        for (Frame frame : Frame.values()) {
            put(cue.entry().takes(frame));
        }
        put(cue.entry().grade());
        put(cue.entry().lemma().isEmpty());
        put(cue.entry().lemma().equals("say") || cue.entry().lemma().equals("tell"));
        put(reading.quoted(cue.from()));
        Reading.Range sentence = reading.sentence(cue.from());
        put(reading.document.paragraphs().get(sentence.paragraph()).kind() == Paragraph.Kind.HEADLINE);
        put(sentence.paragraph() == 0);
        put(cue.from() - sentence.from());
        put(sentence.to() - cue.to());
        String tag = reading.tokens.get(cue.from()).tag();
        for (String each : new String[] {"VBD", "VBZ", "VBP", "VB", "VBN", "VBG"}) {
            put(tag.equals(each));
        }
        put(reading.classAt(cue.from() - 1).ordinal());
        put(reading.classAt(cue.to()).ordinal());
        put(reading.wordAt(cue.to()).equals("that"));
        put(reading.classAt(cue.from() - 1) == WordClass.AUXILIARY);
        put(reading.classAt(cue.from() - 1) == WordClass.RELATIVE);
        put(reading.classAt(cue.from() - 1) == WordClass.TO);
    }

    private void speaker(Cue cue, SpeakerCandidate s) {
        put(s == null);
        int head = s == null ? -1 : s.head() - 1;
        put(s != null && reading.classAt(head) == WordClass.PRONOUN);
        put(s != null && reading.classAt(head) == WordClass.NAME);
        put(reading.isPersonsName(head));
        put(SpeakingNouns.contains(reading.wordAt(head)));
        put(TimeWords.isTime(reading.wordAt(head)));
        put(s != null && s.has(SpeakerTrait.DIRECTLY_BEFORE));
        put(s != null && s.has(SpeakerTrait.SUBJECT));
        put(s != null && s.from() >= cue.to());
        put(s == null ? -1 : Math.abs(s.from() >= cue.to() ? s.from() - cue.to() : cue.from() - s.to()));
        put(s != null
                && (reading.wordAt(head).equals("it") || reading.wordAt(head).equals("they")));
    }

    private void words(List<Span> spans) {
        int words = 0;
        int quoted = 0;
        int commas = 0;
        int verbs = 0;
        int names = 0;
        int numbers = 0;
        boolean cut = false;
        for (Span span : spans) {
            for (int i = span.from(); i < span.to(); i++) {
                WordClass c = reading.classes[i];
                words++;
                quoted += reading.quoted(i) ? 1 : 0;
                commas += c == WordClass.COMMA ? 1 : 0;
                verbs += c == WordClass.VERB || c == WordClass.AUXILIARY ? 1 : 0;
                names += c == WordClass.NAME ? 1 : 0;
                numbers += c == WordClass.NUMBER ? 1 : 0;
            }
            boolean opens = reading.quoted(span.from()) && !reading.opensStretch(span.from());
            boolean closes = reading.quoted(span.to() - 1) && !reading.closesStretch(span.to() - 1);
            cut |= opens || closes;
        }
        put(words);
        put((double) quoted / words);
        put(quoted == words);
        put(quoted);
        put(commas);
        put(verbs);
        put(names);
        put(numbers);
        put(cut);
        put(spans.size());
    }

    private void bounds(Cue cue, List<Span> spans) {
        Reading.Range sentence = reading.sentence(cue.from());
        int from = spans.getFirst().from();
        int to = spans.getLast().to();
        put(reading.classes[from].ordinal());
        for (WordClass c : new WordClass[] {
            WordClass.DETERMINER,
            WordClass.PRONOUN,
            WordClass.NAME,
            WordClass.NOUN,
            WordClass.TO,
            WordClass.PREPOSITION,
            WordClass.VERB,
            WordClass.ADJECTIVE,
            WordClass.NUMBER
        }) {
            put(reading.classes[from] == c);
        }
        put(reading.tokens.get(from).tag().equals("PRP"));
        put(reading.capitalised(from));
        put(reading.hasFiniteVerb(from, spans.getFirst().to()));
        put(from == sentence.from());
        put(from >= cue.to() ? from - cue.to() : -1);
        put(from < cue.from() ? cue.from() - spans.getFirst().to() : -1);
        boolean last = to >= sentence.to() - 1;
        put(last);
        WordClass end = reading.classAt(to);
        put(last ? -1 : end.ordinal());
        put(!last && end == WordClass.COMMA);
        put(!last && end == WordClass.COORDINATOR);
        put(!last && end == WordClass.PREPOSITION);
        int next = end == WordClass.COMMA ? to + 1 : to;
        put(last ? -1 : reading.classAt(next).ordinal());
        put(!last && reading.classAt(next).isVerbal());
        put(!last && reading.classAt(next) == WordClass.RELATIVE);
        put(!last && reading.classAt(next) == WordClass.GERUND);
        put(!last && reading.hasFiniteVerb(to, sentence.to()));
        put(last ? 0 : sentence.to() - to);
        put(reading.closesStretch(to - 1));
        put(reading.opensStretch(from));
        quotations(sentence, spans, to);
    }

    /** Where quotations stand in the words and behind them. */
    private void quotations(Reading.Range sentence, List<Span> spans, int to) {
        Span last = spans.getLast();
        int first = nextOpening(last.from(), last.to());
        boolean unquoted = first > last.from();
        put(unquoted);
        put(unquoted && reading.hasFiniteVerb(last.from(), first));
        put(first >= 0 && reading.capitalised(first + 1));
        put(first >= 0 && reading.hasFiniteVerb(first, Math.min(reading.stretchEnd(first), to)));
        put(first > 0 ? reading.classAt(first - 1).ordinal() : -1);
        boolean whole = first == last.from() && reading.stretchEnd(first) == to;
        put(whole);
        int before = to - 1;
        while (before > last.from() && reading.classAt(before) == WordClass.QUOTE) {
            before--;
        }
        boolean closes = reading.closesStretch(to - 1);
        put(closes && reading.classAt(before) == WordClass.COMMA);
        put(closes && reading.classAt(before) == WordClass.STOP);
        int inner = first < 0 ? to : reading.stretchEnd(first);
        put(inner < to ? to - inner : 0);
        put(inner < to && reading.classAt(inner - 2) == WordClass.COMMA);
        put(inner < to && reading.hasFiniteVerb(inner, to));
        int later = nextOpening(to, sentence.to());
        put(later >= 0 ? later - to : -1);
        put(later >= 0 && reading.capitalised(later + 1));
    }

    private int nextOpening(int from, int to) {
        for (int i = from; i < to; i++) {
            if (reading.opensStretch(i)) {
                return i;
            }
        }
        return -1;
    }

    /** What other cues near this one claim. */
    private void neighbours(int proposal, ContentModel.Choice mine) {
        double same = 0;
        double around = 0;
        double within = 0;
        double crossing = 0;
        double sameWithin = 0;
        double sameAround = 0;
        int cuesInside = 0;
        int cuesInSentence = 0;
        boolean cueInOther = false;
        Cue cue = proposals.get(proposal).cue();
        for (int k = Math.max(0, proposal - NEIGHBOURS);
                k < Math.min(proposals.size(), proposal + NEIGHBOURS + 1);
                k++) {
            if (k == proposal) {
                continue;
            }
            Proposal other = proposals.get(k);
            ContentModel.Choice its = other.best();
            if (reading.sentenceOf[other.cue().from()] == reading.sentenceOf[cue.from()]) {
                cuesInSentence++;
            }
            cuesInside += covers(mine.spans(), other.cue().from()) ? 1 : 0;
            boolean inOther = covers(its.spans(), cue.from());
            double share = ContentModel.share(mine.spans(), its.spans());
            if (share >= 0.5) {
                if (inOther) {
                    sameWithin = Math.max(sameWithin, its.nearly());
                } else if (covers(mine.spans(), other.cue().from())) {
                    sameAround = Math.max(sameAround, its.nearly());
                } else {
                    same = Math.max(same, its.nearly());
                }
            } else if (inside(mine.spans(), its.spans())) {
                within = Math.max(within, its.nearly());
                cueInOther |= inOther && its.speech() > 0.5;
            } else if (inside(its.spans(), mine.spans())) {
                around = Math.max(around, its.nearly());
            } else if (share > 0) {
                crossing = Math.max(crossing, its.nearly());
            }
        }
        put(logit(same));
        put(logit(around));
        put(logit(within));
        put(logit(crossing));
        put(cuesInside);
        put(cuesInSentence);
        put(cueInOther);
        put(logit(sameAround));
        put(logit(sameWithin));
    }

    private static boolean covers(List<Span> spans, int token) {
        for (Span span : spans) {
            if (span.from() <= token && token < span.to()) {
                return true;
            }
        }
        return false;
    }

    private static boolean inside(List<Span> inner, List<Span> outer) {
        for (Span span : inner) {
            if (!covers(outer, span.from()) || !covers(outer, span.to() - 1)) {
                return false;
            }
        }
        return true;
    }
}
