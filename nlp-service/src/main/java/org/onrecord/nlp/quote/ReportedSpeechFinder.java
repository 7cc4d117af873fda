package org.onrecord.nlp.quote;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.onrecord.contracts.QuoteKind;
import org.onrecord.nlp.coreference.Entities;
import org.onrecord.nlp.document.Document;
import org.onrecord.nlp.document.Token;

/**
 * Finds acts of speech by their cues and quotation marks. Thread-safe; time and memory grow linearly with the text.
 */
public final class ReportedSpeechFinder implements QuoteFinder {

    private final CueFinder cues = new CueFinder(CueLexicon.load());

    @Override
    public List<Quotation> find(Document document, Entities entities) {
        Reading reading = new Reading(document);
        List<Cue> found = cues.find(reading);
        List<Report> reports = new ArrayList<>();
        BitSet cueTokens = tokensOf(found);
        for (Cue cue : found) {
            report(reading, cue, cueTokens).ifPresent(reports::add);
        }
        reports = LonelyQuotations.join(reading, reports);
        reports.sort(Comparator.comparingInt(Report::start));
        SpeakerEntities resolved = new SpeakerEntities(entities);
        return reports.stream().map(r -> quotation(reading, r, resolved)).toList();
    }

    private static BitSet tokensOf(List<Cue> cues) {
        BitSet tokens = new BitSet();
        cues.forEach(cue -> tokens.set(cue.from(), cue.to()));
        return tokens;
    }

    private static Optional<Report> report(Reading reading, Cue cue, BitSet cueTokens) {
        SpeakerCandidate speaker =
                SpeakerRanking.best(SpeakerCandidates.around(reading, cue)).orElse(null);
        return ContentRanking.best(cue, ContentCandidates.around(reading, cue, speaker, cueTokens))
                .map(choice -> new Report(cue, speaker, choice.content().spans(), choice.score(), choice.rule()));
    }

    private static Quotation quotation(Reading reading, Report report, SpeakerEntities entities) {
        List<Quotation.TextSpan> spans =
                report.spans().stream().map(s -> span(reading, s.from(), s.to())).toList();
        Optional<Quotation.TextSpan> cue = Optional.ofNullable(report.cue()).map(c -> span(reading, c.from(), c.to()));
        Optional<Quotation.QuotedSpeaker> speaker =
                Optional.ofNullable(report.speaker()).map(s -> {
                    Quotation.TextSpan at = span(reading, s.from(), s.to());
                    return new Quotation.QuotedSpeaker(at, entities.of(at));
                });
        return new Quotation(kind(reading, report), spans, cue, speaker, 0.5, report.rule());
    }

    private static Quotation.TextSpan span(Reading reading, int from, int to) {
        List<Token> tokens = reading.tokens;
        return new Quotation.TextSpan(tokens.get(from).start(), tokens.get(to - 1).end());
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
        return inside == 0 ? QuoteKind.INDIRECT : inside == words ? QuoteKind.DIRECT : QuoteKind.MIXED;
    }
}
