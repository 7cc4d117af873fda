package org.onrecord.nlp.quote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.onrecord.nlp.coreference.Entities;
import org.onrecord.nlp.document.Document;
import org.onrecord.nlp.quote.content.Span;
import org.onrecord.nlp.quote.cue.Cue;
import org.onrecord.nlp.quote.cue.CueFinder;
import org.onrecord.nlp.quote.cue.CueLexicon;
import org.onrecord.nlp.quote.cue.CueNouns;
import org.onrecord.nlp.quote.reading.Reading;
import org.onrecord.nlp.quote.report.Report;
import org.onrecord.nlp.quote.speaker.SpeakerCandidates;
import org.onrecord.nlp.quote.speaker.SpeakerTrait;
import org.onrecord.nlp.quote.uncued.LooseStretches;
import org.onrecord.nlp.quote.uncued.StretchTrait;

/**
 * What the finder sees of a document before it decides by hand-designed traits: the candidates and their traits, for fitting
 * the weights. All offsets are UTF-16, half-open, into the document's text.
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
     * A cue and who may speak.
     *
     * @param cue where it stands
     */
    public record CueEvidence(Quotation.TextSpan cue, List<Option> speakers) {}

    /** The quoted stretches that no report covers under the present models. */
    public List<Option> looseStretches(Document document, Entities entities) {
        Reading reading = new Reading(document, entities);
        List<Report> reports = finder.reported(reading, cues.find(reading)).accepted();
        return new LooseStretches(reading, reports)
                .find().stream()
                        .map(loose -> option(reading, loose.span(), loose.traits()))
                        .toList();
    }

    /** The names of the traits of a model, "speaker" or "stretch", by ordinal. */
    public static List<String> traitNames(String model) {
        Enum<?>[] traits = switch (model) {
            case "speaker" -> SpeakerTrait.values();
            case "stretch" -> StretchTrait.values();
            default -> throw new IllegalArgumentException("No model is named " + model);
        };
        return Arrays.stream(traits).map(Enum::name).toList();
    }

    /** Returns the evidence of each cue. */
    public List<CueEvidence> of(Document document, Entities entities) {
        Reading reading = new Reading(document, entities);
        List<CueEvidence> evidence = new ArrayList<>();
        for (Cue cue : cues.find(reading)) {
            evidence.add(new CueEvidence(
                    ReportedSpeechFinder.span(reading, cue.from(), cue.to()),
                    SpeakerCandidates.around(reading, cue).stream()
                            .map(s -> option(reading, new Span(s.from(), s.head()), s.traits()))
                            .toList()));
        }
        return evidence;
    }

    private static Option option(Reading reading, Span span, double[] traits) {
        return new Option(List.of(ReportedSpeechFinder.span(reading, span.from(), span.to())), traits);
    }
}
