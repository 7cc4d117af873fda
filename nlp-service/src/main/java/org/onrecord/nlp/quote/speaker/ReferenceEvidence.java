package org.onrecord.nlp.quote.speaker;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.onrecord.nlp.coreference.Entities;
import org.onrecord.nlp.document.Document;
import org.onrecord.nlp.quote.Quotation.TextSpan;
import org.onrecord.nlp.quote.reading.NounPhrases;
import org.onrecord.nlp.quote.reading.Reading;
import org.onrecord.nlp.quote.reading.WordClass;

/** What is seen of speakers without a name before it is decided whom they mean, for fitting the weights. Thread-safe. */
public final class ReferenceEvidence {
    private static final ReferenceWeights WEIGHTS = ReferenceWeights.shipped();

    private ReferenceEvidence() {}

    /**
     * An entity that a speaker may mean.
     *
     * @param name the fullest
     * @param features what speaks for or against it
     */
    public record Option(String name, Set<String> features) {}

    /**
     * For each speaker (UTF-16, half-open), in reading order, whom it may mean; an empty list for a speaker with a name of its own, for he and she
     * that are resolved, and for words that are none of the document's tokens.
     */
    public static List<List<Option>> of(Document document, Entities entities, List<TextSpan> speakers) {
        Reading reading = new Reading(document, entities);
        SpeakerEntities resolved = new SpeakerEntities(reading, entities, WEIGHTS);
        List<List<Option>> evidence = new ArrayList<>();
        for (TextSpan words : speakers) {
            SpeakerCandidate speaker = speaker(reading, words);
            List<Option> options = new ArrayList<>();
            if (speaker != null) {
                for (ReferenceFeatures.Candidate candidate : resolved.candidates(speaker)) {
                    options.add(new Option(
                            entities.entities().get(candidate.entity()).name(), candidate.features()));
                }
                resolved.of(speaker);
            }
            evidence.add(options);
        }
        return evidence;
    }

    private static SpeakerCandidate speaker(Reading reading, TextSpan words) {
        int from = 0;
        while (from < reading.tokens.size() && reading.tokens.get(from).start() < words.start()) {
            from++;
        }
        int to = from;
        while (to < reading.tokens.size() && reading.tokens.get(to).end() <= words.end()) {
            to++;
        }
        int head = from;
        while (head < to && !endsHead(reading, head, from)) {
            head++;
        }
        if (to > from && reading.isPersonsName(to - 1)) {
            // "President of Argentina Alberto Fernández" is Fernández, "a spokesman for Lee" is not Lee.
            int floor = reading.sentence(from).from();
            SpeakerPhrases.Phrase phrase =
                    new SpeakerPhrases(reading, floor).endingWith(NounPhrases.startOf(reading, to - 1, floor), to);
            head = phrase.from() <= from ? phrase.head() : head;
        }
        return to > from ? new SpeakerCandidate(from, head, to, new double[SpeakerTrait.values().length]) : null;
    }

    private static boolean endsHead(Reading reading, int i, int from) {
        WordClass c = reading.classes[i];
        return i > from
                && (c == WordClass.PREPOSITION
                        || c == WordClass.TO
                        || c == WordClass.RELATIVE
                        || c == WordClass.COMMA
                        || c == WordClass.VERB
                        || c == WordClass.OPEN_BRACKET);
    }
}
