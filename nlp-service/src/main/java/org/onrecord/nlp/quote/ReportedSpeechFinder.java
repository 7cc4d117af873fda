package org.onrecord.nlp.quote;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.onrecord.contracts.QuoteKind;
import org.onrecord.nlp.coreference.Entities;
import org.onrecord.nlp.document.Document;
import org.onrecord.nlp.document.Token;
import org.onrecord.nlp.quote.content.Span;
import org.onrecord.nlp.quote.cue.Cue;
import org.onrecord.nlp.quote.cue.CueFinder;
import org.onrecord.nlp.quote.cue.CueLexicon;
import org.onrecord.nlp.quote.cue.CueNouns;
import org.onrecord.nlp.quote.reading.Reading;
import org.onrecord.nlp.quote.reading.WordClass;
import org.onrecord.nlp.quote.report.Confidence;
import org.onrecord.nlp.quote.report.Contest;
import org.onrecord.nlp.quote.report.Report;
import org.onrecord.nlp.quote.report.ReportModel;
import org.onrecord.nlp.quote.speaker.NamedSpeaker;
import org.onrecord.nlp.quote.speaker.ReferenceWeights;
import org.onrecord.nlp.quote.speaker.ReportSpeakers;
import org.onrecord.nlp.quote.speaker.SpeakerCandidate;
import org.onrecord.nlp.quote.speaker.SpeakerCandidates;
import org.onrecord.nlp.quote.speaker.SpeakerRanking;
import org.onrecord.nlp.quote.stance.StanceReader;
import org.onrecord.nlp.quote.uncued.DialogueTurns;
import org.onrecord.nlp.quote.uncued.ListedQuotations;
import org.onrecord.nlp.quote.uncued.LonelyQuotations;
import org.onrecord.nlp.quote.uncued.LooseStretches;
import org.onrecord.nlp.quote.uncued.OwnWords;
import org.onrecord.nlp.quote.uncued.SplitQuotations;
import org.onrecord.nlp.quote.uncued.StretchTrait;
import org.onrecord.nlp.weight.Weights;

/**
 * Finds acts of speech by their cues and quotation marks. Thread-safe; time and memory grow linearly with the text.
 */
public final class ReportedSpeechFinder implements QuoteFinder {

    /** From which probability on a report is returned: about half the F1 that is reached then, where that is highest. */
    private static final double THRESHOLD = 0.37;

    /** How certain it is that nobody speaks where no speaker is found. */
    private static final double NOBODY = 0.5;

    /** What somebody did not say is told apart by its verbs, which speak against a report otherwise. */
    private static final double UNSAID = 0.15;

    /** A doubtful report that is less likely does not tell whose quoted words are. */
    private static final double HOPELESS = 0.12;

    private static final Weights STRETCH = Weights.load("stretch", StretchTrait.class);
    private static final double STRETCH_THRESHOLD = 0.7;
    /** Of one to three words: most are a term or a scare quote. */
    private static final double TERM_THRESHOLD = 0.85;

    private static final String FRAGMENT = "quoted-fragment";

    private final CueFinder cues = new CueFinder(CueLexicon.load(), CueNouns.load());
    private final ReportModel model;
    private final ReferenceWeights references;

    public ReportedSpeechFinder() {
        this(ReportModel.shipped(), ReferenceWeights.shipped());
    }

    /** With models that are not the shipped ones, to judge them. */
    public ReportedSpeechFinder(ReportModel model, ReferenceWeights references) {
        this.model = model;
        this.references = references;
    }

    @Override
    public List<Quotation> find(Document document, Entities entities) {
        Reading reading = new Reading(document, entities);
        List<Cue> found = cues.find(reading);
        Reported reported = reported(reading, found);
        List<Report> reports = new ArrayList<>(reported.accepted());
        addLoose(reading, reports, reported);
        reports.sort(Comparator.comparingInt(Report::start));
        reports = ListedQuotations.complete(reading, reports);
        ReportSpeakers speakers = new ReportSpeakers(
                reading, entities, references, reported.turns()::entity, reported.turns()::isAnothers);
        return reports.stream().map(r -> quotation(reading, r, speakers)).toList();
    }

    /**
     * What the cues of a document report.
     *
     * @param accepted reports, dialogue turns and the quotations that carry them on
     * @param doubtful reports too unlikely by themselves, by the sentence of their cue
     * @param turns knows whom labels mean
     */
    record Reported(List<Report> accepted, Map<Integer, List<Report>> doubtful, DialogueTurns turns) {}

    Reported reported(Reading reading, List<Cue> found) {
        DialogueTurns turns = new DialogueTurns(reading);
        List<Report> spoken = turns.find();
        List<Report> accepted = new ArrayList<>();
        Map<Integer, List<Report>> doubtful = new HashMap<>();
        List<Report> unsaid = new ArrayList<>();
        List<Cue> open =
                found.stream().filter(cue -> !turns.taken().get(cue.from())).toList();
        List<Report> likely = new ArrayList<>();
        List<ReportModel.Judged> all = new ArrayList<>(model.judge(reading, model.propose(reading, open)));
        all.sort(Comparator.comparingDouble(judged -> -judged.probability()));
        all.removeIf(judged -> points(reading, judged.words().spans().getFirst()));
        for (ReportModel.Judged judged : all) {
            Report report = report(reading, judged);
            if (judged.probability() >= THRESHOLD) {
                likely.add(report);
            } else if (judged.probability() >= UNSAID && StanceReader.isWithheld(reading, report)) {
                unsaid.add(report);
            } else {
                doubtful.computeIfAbsent(reading.sentenceOf[report.cue().from()], s -> new ArrayList<>())
                        .add(report);
            }
        }
        accepted.addAll(SplitQuotations.complete(reading, Contest.settle(likely)));
        accepted.addAll(spoken);
        List<Report> joined = LonelyQuotations.join(reading, accepted, found);
        joined.addAll(besides(Contest.settle(unsaid), joined));
        return new Reported(joined, doubtful, turns);
    }

    /** Those that share no word with others. */
    private static List<Report> besides(List<Report> some, List<Report> others) {
        BitSet taken = new BitSet();
        others.forEach(report -> report.spans().forEach(span -> taken.set(span.from(), span.to())));
        return some.stream()
                .filter(report -> report.spans().stream().noneMatch(span -> {
                    int next = taken.nextSetBit(span.from());
                    return next >= 0 && next < span.to();
                }))
                .toList();
    }

    /** Quoted words that look like speech and that no report covers: what a doubtful cue reports, or a report of their own. */
    private static void addLoose(Reading reading, List<Report> reports, Reported reported) {
        BitSet covered = new BitSet();
        for (LooseStretches.Loose loose : new LooseStretches(reading, reports).find()) {
            int from = loose.span().from();
            SpeakerCandidate named = OwnWords.speaker(reading, from);
            double probability = named != null ? 1 : STRETCH.probability(loose.traits());
            if (probability < STRETCH_THRESHOLD || covered.get(from)) {
                continue;
            }
            Report report = named != null
                    ? new Report(null, named, List.of(loose.span()), Confidence.OWN_WORDS, "own-words")
                    : reported.doubtful().getOrDefault(reading.sentenceOf[from], List.of()).stream()
                            .filter(r -> r.covers(loose.span()) && r.evidence() >= HOPELESS)
                            .max(Comparator.comparingDouble(Report::evidence))
                            .orElseGet(() -> fragment(reading, loose));
            boolean term =
                    report.rule().equals(FRAGMENT) && words(reading, loose.span()) < LooseStretches.SENTENCE_LIKE;
            if (!term || probability >= TERM_THRESHOLD) {
                report.spans().forEach(span -> covered.set(span.from(), span.to()));
                reports.add(report);
            }
        }
    }

    private static Report fragment(Reading reading, LooseStretches.Loose loose) {
        SpeakerRanking.Choice speaker = SpeakerRanking.best(SpeakerCandidates.around(
                reading, verbBefore(reading, loose.span().from())));
        SpeakerCandidate who = speaker == null ? null : speaker.speaker();
        boolean sentences = words(reading, loose.span()) >= 2 * LooseStretches.SENTENCE_LIKE && who != null;
        double confidence = sentences ? Confidence.FRAGMENT_OF_SENTENCES : Confidence.FRAGMENT;
        return new Report(null, who, List.of(loose.span()), confidence, FRAGMENT);
    }

    private static int words(Reading reading, Span span) {
        int words = 0;
        for (int i = span.from(); i < span.to(); i++) {
            words += Character.isLetterOrDigit(reading.tokens.get(i).text().codePointAt(0)) ? 1 : 0;
        }
        return words;
    }

    /** The verb whose subject speaks the quoted words, as far as the sentence has one before them. */
    private static Cue verbBefore(Reading reading, int fragment) {
        int floor = reading.sentence(fragment).from();
        for (int i = fragment - 1; i >= floor; i--) {
            if (!reading.quoted(i) && reading.classes[i] == WordClass.VERB) {
                return new Cue(i, i + 1, null, Cue.Form.FINITE);
            }
        }
        return new Cue(fragment, fragment + 1, null, Cue.Form.GERUND);
    }

    private static Report report(Reading reading, ReportModel.Judged judged) {
        SpeakerRanking.Choice speaker = isAsked(reading, judged.proposal().cue())
                ? null
                : judged.proposal().speaker();
        double confidence = Confidence.ofReport(judged.probability(), speaker == null ? NOBODY : speaker.probability());
        return new Report(
                judged.proposal().cue(),
                speaker == null ? null : speaker.speaker(),
                trimmed(reading, judged.words().spans()),
                confidence,
                judged.words().rule());
    }

    /** {@code Asked if she knew, Berg said no}: who speaks then is not who asked. */
    private static boolean isAsked(Reading reading, Cue cue) {
        return cue.from() == reading.sentence(cue.from()).from() && reading.lower[cue.from()].equals("asked");
    }

    /** Without the commas and dashes that part the content from what stands around it. */
    private static List<Span> trimmed(Reading reading, List<Span> spans) {
        return spans.stream().map(span -> trimmed(reading, span)).toList();
    }

    /** "That" joins what is reported to its verb, and is no word of it. */
    private static int behindThat(Reading reading, Span span) {
        int next = span.from() + 1;
        boolean joins = reading.lower[span.from()].equals("that")
                && !reading.quoted(span.from())
                && next < span.to()
                && (reading.tokens.get(span.from()).tag().equals("IN") || !goesOnWithThat(reading, next));
        return joins ? next : span.from();
    }

    /** "that was not enough": the pronoun. */
    private static boolean goesOnWithThat(Reading reading, int token) {
        WordClass c = reading.classes[token];
        return c == WordClass.VERB
                || c == WordClass.AUXILIARY
                || c == WordClass.STOP
                || c == WordClass.PREPOSITION
                || c == WordClass.ADVERB;
    }

    /** {@code He said that on Friday}: points to what is said elsewhere. */
    private static boolean points(Reading reading, Span span) {
        return reading.lower[span.from()].equals("that")
                && !reading.quoted(span.from())
                && reading.classAt(span.from() + 1) == WordClass.PREPOSITION
                && !reading.hasFiniteVerb(span.from(), span.to());
    }

    private static Span trimmed(Reading reading, Span span) {
        int from = span.from();
        int to = span.to();
        while (to - from > 1 && parts(reading, to - 1)) {
            to--;
        }
        while (to - from > 1 && parts(reading, from)) {
            from++;
        }
        from = behindThat(reading, new Span(from, to));
        while (to - from > 1 && parts(reading, from)) {
            from++;
        }
        return new Span(from, to);
    }

    private static boolean parts(Reading reading, int token) {
        WordClass c = reading.classes[token];
        return !reading.quoted(token)
                && (c == WordClass.COMMA || c == WordClass.DASH || c == WordClass.SEMICOLON || c == WordClass.COLON);
    }

    private static Quotation quotation(Reading reading, Report report, ReportSpeakers speakers) {
        List<Quotation.TextSpan> spans = report.spans().stream()
                .map(s -> span(reading, s.from(), s.to()))
                .toList();
        Optional<Quotation.TextSpan> cue = Optional.ofNullable(report.cue())
                .filter(c -> !DialogueTurns.isLabel(c))
                .map(c -> span(reading, c.from(), c.to()));
        List<NamedSpeaker> named = speakers.of(report.speaker(), report.cue());
        double certainty =
                named.stream().mapToDouble(NamedSpeaker::certainty).min().orElse(1);
        return new Quotation(
                kind(reading, report),
                StanceReader.of(reading, report),
                spans,
                cue,
                named.stream()
                        .map(one -> new Quotation.QuotedSpeaker(
                                span(reading, one.words().from(), one.words().to()), one.entity()))
                        .toList(),
                Confidence.calibrated(report.evidence() * certainty),
                report.rule());
    }

    static Quotation.TextSpan span(Reading reading, int from, int to) {
        List<Token> tokens = reading.tokens;
        return new Quotation.TextSpan(
                tokens.get(from).start(), tokens.get(to - 1).end());
    }

    private static QuoteKind kind(Reading reading, Report report) {
        int inside = 0;
        int words = 0;
        for (Span span : report.spans()) {
            for (int i = span.from(); i < span.to(); i++) {
                if (Character.isLetterOrDigit(reading.tokens.get(i).text().codePointAt(0))) {
                    words++;
                    inside += reading.quoted(i) ? 1 : 0;
                }
            }
        }
        if (report.rule().equals(FRAGMENT) && inside < 2 * LooseStretches.SENTENCE_LIKE) {
            return QuoteKind.MIXED;
        }
        return inside == 0 ? QuoteKind.INDIRECT : inside == words ? QuoteKind.DIRECT : QuoteKind.MIXED;
    }
}
