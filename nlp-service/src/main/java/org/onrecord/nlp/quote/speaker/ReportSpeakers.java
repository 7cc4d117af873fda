package org.onrecord.nlp.quote.speaker;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;

import org.onrecord.nlp.coreference.Entities;
import org.onrecord.nlp.quote.cue.Cue;
import org.onrecord.nlp.quote.reading.Reading;

/**
 * All who speak in each report of a document, asked for in reading order: "they" may be those of the report before. Remembers
 * what it was asked, so each document needs its own. Not thread-safe.
 */
public final class ReportSpeakers {

    /** How certain it is whom "the latter" means. */
    private static final double ONE_OF_TWO = 0.8;

    private final Reading reading;
    private final SpeakerEntities entities;
    private final Function<SpeakerCandidate, OptionalInt> labels;
    private final BiPredicate<SpeakerCandidate, Integer> anothers;
    private final JointSpeakers joint;
    private final NamedPairs pairs;
    /** Whom the speakers of the report before mean. */
    private List<Integer> before = List.of();
    /** Whom those mean who last spoke together. */
    private List<Integer> together = List.of();

    /**
     * @param weights of what tells whom a speaker without a name means
     * @param labels whom the label of a transcript's turn means; empty for what is no label, or for nobody that is named
     * @param anothers whether the label of a turn cannot mean an entity, since another label names it
     */
    public ReportSpeakers(
            Reading reading,
            Entities entities,
            ReferenceWeights weights,
            Function<SpeakerCandidate, OptionalInt> labels,
            BiPredicate<SpeakerCandidate, Integer> anothers) {
        this.reading = reading;
        this.labels = labels;
        this.anothers = anothers;
        this.entities = new SpeakerEntities(reading, entities, weights);
        this.joint = new JointSpeakers(reading, entities);
        this.pairs = new NamedPairs(reading, entities);
    }

    /**
     * Those who speak in a report, in reading order; two phrases for one and the same are one speaker. Empty where the text
     * shows none.
     *
     * @param speaker null where the text shows none
     * @param cue null where nothing reports the words
     */
    public List<NamedSpeaker> of(SpeakerCandidate speaker, Cue cue) {
        if (speaker == null) {
            return List.of();
        }
        List<NamedSpeaker> speakers = new ArrayList<>();
        Set<Integer> named = new HashSet<>();
        for (SpeakerCandidate one : joint.with(speaker, cue)) {
            SpeakerEntities.Meaning meaning = meaning(one);
            OptionalInt labelled = labelled(one);
            OptionalInt entity = labelled.isPresent() ? labelled : unlessAnothers(one, meaning.entity());
            if (entity.isEmpty() || named.add(entity.getAsInt())) {
                speakers.add(new NamedSpeaker(one, entity, labelled.isPresent() ? 1 : meaning.certainty()));
            }
        }
        boolean they = reading.lower[speaker.head() - 1].equals("they");
        if (speakers.size() == 1 && (named.isEmpty() || they)) {
            speakers = meantBy(speakers.getFirst());
        }
        before = speakers.stream()
                .filter(one -> one.entity().isPresent())
                .map(one -> one.entity().getAsInt())
                .toList();
        together = before.size() > 1 ? before : together;
        return speakers;
    }

    private OptionalInt unlessAnothers(SpeakerCandidate one, OptionalInt entity) {
        return entity.isPresent() && anothers.test(one, entity.getAsInt()) ? OptionalInt.empty() : entity;
    }

    private OptionalInt labelled(SpeakerCandidate one) {
        OptionalInt labelled = labels.apply(one);
        boolean letters = labelled.isPresent() && entities.isInitials(one, labelled.getAsInt());
        return letters ? OptionalInt.empty() : labelled;
    }

    private SpeakerEntities.Meaning meaning(SpeakerCandidate one) {
        SpeakerEntities.Meaning meaning = entities.of(one);
        int ofTwo = pairs.oneOfTwo(one);
        return ofTwo < 0 ? meaning : new SpeakerEntities.Meaning(OptionalInt.of(ofTwo), ONE_OF_TWO);
    }

    private List<NamedSpeaker> meantBy(NamedSpeaker several) {
        List<Integer> meant = pairs.meantBy(several.words(), before, together);
        return meant.isEmpty()
                ? List.of(several)
                : meant.stream()
                        .map(entity -> new NamedSpeaker(several.words(), OptionalInt.of(entity), several.certainty()))
                        .toList();
    }
}
