package org.onrecord.nlp.quote;

import java.util.ArrayList;
import java.util.List;

import org.onrecord.nlp.coreference.Entities;
import org.onrecord.nlp.document.Document;
import org.onrecord.nlp.quote.content.ContentCandidate;
import org.onrecord.nlp.quote.content.ContentCandidate.Span;
import org.onrecord.nlp.quote.content.ContentCandidates;
import org.onrecord.nlp.quote.content.ContentRanking;
import org.onrecord.nlp.quote.content.ContentTrait;
import org.onrecord.nlp.quote.cue.Cue;
import org.onrecord.nlp.quote.cue.CueFinder;
import org.onrecord.nlp.quote.cue.CueLexicon;
import org.onrecord.nlp.quote.cue.CueNouns;
import org.onrecord.nlp.quote.reading.Reading;
import org.onrecord.nlp.quote.report.Acceptance;
import org.onrecord.nlp.quote.report.AcceptanceTrait;
import org.onrecord.nlp.quote.report.ConfidenceTrait;
import org.onrecord.nlp.quote.report.Report;
import org.onrecord.nlp.quote.speaker.SpeakerCandidate;
import org.onrecord.nlp.quote.speaker.SpeakerCandidates;
import org.onrecord.nlp.quote.speaker.SpeakerRanking;
import org.onrecord.nlp.quote.speaker.SpeakerTrait;
import org.onrecord.nlp.quote.uncued.LooseStretches;
import org.onrecord.nlp.quote.uncued.StretchTrait;

/**
 * What the finder sees of a document before it decides: the candidates and their traits, for fitting the weights. All
 * offsets are UTF-16, half-open, into the document's text.
 */
public final class QuoteEvidence {

    private final CueFinder cues = new CueFinder(CueLexicon.load(), CueNouns.load());
    private final ReportedSpeechFinder finder = new ReportedSpeechFinder();

    /**
     * A candidate.
     *
     * @param spans its stretches of text
     * @param traits by ordinal
     */
    public record Option(List<Quotation.TextSpan> spans, double[] traits) {}

    /**
     * A cue and all that may belong to it.
     *
     * @param cue where it stands
     * @param sentence the sentence it stands in
     * @param speakers who may speak
     * @param contents what may be reported, seen from the speaker the present weights choose
     * @param chosen index in {@code contents} of what the present weights choose
     * @param speaker index in {@code speakers} of whom the present weights choose, -1 for nobody
     * @param report traits of the whole, {@link AcceptanceTrait}
     * @param confidence traits of the whole, {@link ConfidenceTrait}, under the present weights
     */
    public record CueEvidence(
            Quotation.TextSpan cue,
            Quotation.TextSpan sentence,
            List<Option> speakers,
            List<Option> contents,
            int chosen,
            int speaker,
            double[] report,
            double[] confidence) {}

    /** The quoted stretches that no report covers under the present weights. */
    public List<Option> looseStretches(Document document, Entities entities) {
        Reading reading = new Reading(document, entities);
        List<Cue> found = cues.find(reading);
        List<Report> reports = finder.reported(reading, found).accepted();
        return new LooseStretches(reading, reports)
                .find().stream()
                        .map(loose -> option(reading, List.of(loose.span()), loose.traits()))
                        .toList();
    }

    /** The names of the traits of a model, "speaker", "content", "stretch", "acceptance" or "confidence", by ordinal. */
    public static List<String> traitNames(String model) {
        Enum<?>[] traits = switch (model) {
            case "speaker" -> SpeakerTrait.values();
            case "content" -> ContentTrait.values();
            case "stretch" -> StretchTrait.values();
            case "acceptance" -> AcceptanceTrait.values();
            case "confidence" -> ConfidenceTrait.values();
            default -> throw new IllegalArgumentException("No model is named " + model);
        };
        return java.util.Arrays.stream(traits).map(Enum::name).toList();
    }

    /** Returns the evidence of each cue that has any content to choose from. */
    public List<CueEvidence> of(Document document, Entities entities) {
        Reading reading = new Reading(document, entities);
        List<Cue> found = cues.find(reading);
        var cueTokens = ReportedSpeechFinder.tokensOf(found);
        List<CueEvidence> evidence = new ArrayList<>();
        for (Cue cue : found) {
            List<SpeakerCandidate> speakers = SpeakerCandidates.around(reading, cue);
            SpeakerRanking.Choice speaker = SpeakerRanking.best(speakers);
            List<ContentCandidate> contents =
                    ContentCandidates.around(reading, cue, speaker == null ? null : speaker.speaker(), cueTokens);
            ContentRanking.Choice content = ContentRanking.best(contents);
            if (content != null) {
                double[] traits = Acceptance.traits(reading, cue, speaker, content);
                evidence.add(new CueEvidence(
                        ReportedSpeechFinder.span(reading, cue.from(), cue.to()),
                        ReportedSpeechFinder.span(
                                reading,
                                reading.sentence(cue.from()).from(),
                                reading.sentence(cue.from()).to()),
                        speakers.stream()
                                .map(s -> option(reading, List.of(new Span(s.from(), s.head())), s.traits()))
                                .toList(),
                        contents.stream()
                                .map(c -> option(reading, c.spans(), c.traits()))
                                .toList(),
                        contents.indexOf(content.content()),
                        speaker == null ? -1 : speakers.indexOf(speaker.speaker()),
                        traits,
                        Acceptance.confidenceTraits(reading, cue, traits, speaker, content.content())));
            }
        }
        return evidence;
    }

    private static Option option(Reading reading, List<Span> spans, double[] traits) {
        return new Option(
                spans.stream()
                        .map(s -> ReportedSpeechFinder.span(reading, s.from(), s.to()))
                        .toList(),
                traits);
    }
}
