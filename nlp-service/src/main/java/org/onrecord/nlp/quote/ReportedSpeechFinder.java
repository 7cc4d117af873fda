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
import org.onrecord.nlp.quote.content.ContentCandidate;
import org.onrecord.nlp.quote.content.ContentCandidates;
import org.onrecord.nlp.quote.content.ContentRanking;
import org.onrecord.nlp.quote.content.NamedIdea;
import org.onrecord.nlp.quote.content.QuotationBehindAdjunct;
import org.onrecord.nlp.quote.cue.Cue;
import org.onrecord.nlp.quote.cue.CueFinder;
import org.onrecord.nlp.quote.cue.CueLexicon;
import org.onrecord.nlp.quote.cue.CueNouns;
import org.onrecord.nlp.quote.reading.Reading;
import org.onrecord.nlp.quote.reading.WordClass;
import org.onrecord.nlp.quote.report.Acceptance;
import org.onrecord.nlp.quote.report.Confidence;
import org.onrecord.nlp.quote.report.EmbeddedReports;
import org.onrecord.nlp.quote.report.Report;
import org.onrecord.nlp.quote.speaker.SpeakerCandidate;
import org.onrecord.nlp.quote.speaker.SpeakerCandidates;
import org.onrecord.nlp.quote.speaker.SpeakerEntities;
import org.onrecord.nlp.quote.speaker.SpeakerRanking;
import org.onrecord.nlp.quote.uncued.DialogueTurns;
import org.onrecord.nlp.quote.uncued.ListedQuotations;
import org.onrecord.nlp.quote.uncued.LonelyQuotations;
import org.onrecord.nlp.quote.uncued.LooseStretches;
import org.onrecord.nlp.quote.uncued.StretchTrait;
import org.onrecord.nlp.quote.weight.Weights;

/**
 * Finds acts of speech by their cues and quotation marks. Thread-safe; time and memory grow linearly with the text.
 */
public final class ReportedSpeechFinder implements QuoteFinder {

    /** From which probability on a report counts as speech; quoted words are somebody's more often than not. */
    private static final double WITH_QUOTED_WORDS = 0.40;

    private static final double WITHOUT_ANY = 0.45;

    private static final Weights STRETCH = Weights.load("stretch", StretchTrait.class);
    private static final double STRETCH_THRESHOLD = 0.7;

    private static final String FRAGMENT = "quoted-fragment";

    private final CueFinder cues = new CueFinder(CueLexicon.load(), CueNouns.load());

    @Override
    public List<Quotation> find(Document document, Entities entities) {
        Reading reading = new Reading(document, entities);
        List<Cue> found = cues.find(reading);
        Reported reported = reported(reading, found);
        List<Report> reports = new ArrayList<>(reported.accepted());
        addLoose(reading, reports, reported);
        reports.sort(Comparator.comparingInt(Report::start));
        reports = ListedQuotations.complete(reading, reports);
        SpeakerEntities resolved = new SpeakerEntities(reading, entities);
        return reports.stream().map(r -> quotation(reading, r, resolved)).toList();
    }

    /**
     * What the cues of a document report.
     *
     * @param accepted reports, dialogue turns and the quotations that carry them on
     * @param doubtful reports too unlikely by themselves, by the sentence of their cue
     */
    record Reported(List<Report> accepted, Map<Integer, List<Report>> doubtful) {}

    Reported reported(Reading reading, List<Cue> found) {
        BitSet cueTokens = tokensOf(found);
        DialogueTurns turns = new DialogueTurns(reading);
        List<Report> accepted = new ArrayList<>(turns.find());
        Map<Integer, List<Report>> doubtful = new HashMap<>();
        for (Cue cue : found) {
            if (turns.taken().get(cue.from())) {
                continue;
            }
            Weighed weighed = weigh(reading, cue, cueTokens);
            if (weighed != null && weighed.likely() >= threshold(reading, weighed.report())) {
                accepted.add(weighed.report());
            } else if (weighed != null) {
                doubtful.computeIfAbsent(reading.sentenceOf[cue.from()], s -> new ArrayList<>())
                        .add(weighed.report());
            }
        }
        return new Reported(LonelyQuotations.join(reading, EmbeddedReports.drop(accepted), found), doubtful);
    }

    /** Quoted words that look like speech and that no report covers: what a doubtful cue reports, or a report of their own. */
    private static void addLoose(Reading reading, List<Report> reports, Reported reported) {
        BitSet covered = new BitSet();
        for (LooseStretches.Loose loose : new LooseStretches(reading, reports).find()) {
            double probability = Acceptance.probability(STRETCH.score(loose.traits()));
            int from = loose.span().from();
            if (probability >= STRETCH_THRESHOLD && !covered.get(from)) {
                Report report = reported.doubtful().getOrDefault(reading.sentenceOf[from], List.of()).stream()
                        .filter(r -> r.covers(loose.span()))
                        .max(Comparator.comparingDouble(Report::evidence))
                        .orElseGet(() -> fragment(reading, loose));
                report.spans().forEach(span -> covered.set(span.from(), span.to()));
                reports.add(report);
            }
        }
    }

    private static Report fragment(Reading reading, LooseStretches.Loose loose) {
        SpeakerRanking.Choice speaker = SpeakerRanking.best(SpeakerCandidates.around(
                reading, verbBefore(reading, loose.span().from())));
        SpeakerCandidate who = speaker == null ? null : speaker.speaker();
        return new Report(null, who, List.of(loose.span()), Confidence.FRAGMENT, FRAGMENT);
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

    private static double threshold(Reading reading, Report report) {
        for (ContentCandidate.Span span : report.spans()) {
            for (int i = span.from(); i < span.to(); i++) {
                if (reading.quoted(i)) {
                    return WITH_QUOTED_WORDS;
                }
            }
        }
        return WITHOUT_ANY;
    }

    static BitSet tokensOf(List<Cue> cues) {
        BitSet tokens = new BitSet();
        cues.forEach(cue -> tokens.set(cue.from(), cue.to()));
        return tokens;
    }

    /** @param likely probability that the report is one, whatever its exact bounds */
    private record Weighed(Report report, double likely) {}

    private static Weighed weigh(Reading reading, Cue cue, BitSet cueTokens) {
        SpeakerRanking.Choice speaker = SpeakerRanking.best(SpeakerCandidates.around(reading, cue));
        SpeakerCandidate who = speaker == null ? null : speaker.speaker();
        ContentRanking.Choice what = ContentRanking.best(ContentCandidates.around(reading, cue, who, cueTokens));
        if (what == null) {
            return null;
        }
        double[] traits = Acceptance.traits(reading, cue, speaker, what);
        double confidence = Confidence.ofReport(
                Acceptance.ofAll(Acceptance.confidenceTraits(reading, cue, traits, speaker, what.content())));
        List<ContentCandidate.Span> spans =
                trimmed(reading, narrowed(reading, cue, what.content().spans()));
        return new Weighed(new Report(cue, who, spans, confidence, what.rule()), Acceptance.ofSpeech(traits));
    }

    private static List<ContentCandidate.Span> narrowed(Reading reading, Cue cue, List<ContentCandidate.Span> spans) {
        return QuotationBehindAdjunct.narrow(reading, cue, NamedIdea.narrow(reading, spans));
    }

    /** Without the commas and dashes that part the content from what stands around it. */
    private static List<ContentCandidate.Span> trimmed(Reading reading, List<ContentCandidate.Span> spans) {
        return spans.stream().map(span -> trimmed(reading, span)).toList();
    }

    private static ContentCandidate.Span trimmed(Reading reading, ContentCandidate.Span span) {
        int from = span.from();
        int to = span.to();
        while (to - from > 1 && parts(reading, to - 1)) {
            to--;
        }
        while (to - from > 1 && parts(reading, from)) {
            from++;
        }
        return new ContentCandidate.Span(from, to);
    }

    private static boolean parts(Reading reading, int token) {
        WordClass c = reading.classes[token];
        return !reading.quoted(token)
                && (c == WordClass.COMMA || c == WordClass.DASH || c == WordClass.SEMICOLON || c == WordClass.COLON);
    }

    private static Quotation quotation(Reading reading, Report report, SpeakerEntities entities) {
        List<Quotation.TextSpan> spans = report.spans().stream()
                .map(s -> span(reading, s.from(), s.to()))
                .toList();
        Optional<Quotation.TextSpan> cue = Optional.ofNullable(report.cue()).map(c -> span(reading, c.from(), c.to()));
        if (report.speaker() == null) {
            return new Quotation(kind(reading, report), spans, cue, Optional.empty(), report.evidence(), report.rule());
        }
        SpeakerEntities.Meaning meaning = entities.of(report.speaker());
        Quotation.QuotedSpeaker speaker = new Quotation.QuotedSpeaker(
                span(reading, report.speaker().from(), report.speaker().to()), meaning.entity());
        double confidence = report.evidence() * meaning.certainty();
        return new Quotation(kind(reading, report), spans, cue, Optional.of(speaker), confidence, report.rule());
    }

    static Quotation.TextSpan span(Reading reading, int from, int to) {
        List<Token> tokens = reading.tokens;
        return new Quotation.TextSpan(
                tokens.get(from).start(), tokens.get(to - 1).end());
    }

    private static QuoteKind kind(Reading reading, Report report) {
        int inside = 0;
        int words = 0;
        for (ContentCandidate.Span span : report.spans()) {
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
