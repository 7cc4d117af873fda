package org.onrecord.nlp.quote.speaker;

import java.util.List;
import java.util.OptionalInt;

import org.onrecord.contracts.MentionKind;
import org.onrecord.nlp.coreference.Entities;
import org.onrecord.nlp.coreference.Entities.EntityMention;
import org.onrecord.nlp.quote.reading.NounPhrases;
import org.onrecord.nlp.quote.reading.Reading;
import org.onrecord.nlp.quote.reading.WordClass;

/**
 * Which entity the words that name a speaker mean: the one their head means, and not one that is named beside it. "The son
 * of President Bush" and "Trump's lawyer" are somebody else. Speakers without a name may mean one that is named elsewhere:
 * "a spokesman for the Home Office", "the singer", "its statement". Not thread-safe.
 */
public final class SpeakerEntities {

    /** The share of speakers with a name that were the right one in annotated news. */
    private static final double NAMED = 0.97;

    /** Mentions looked at left of an offset; they nest a few deep at most. */
    private static final int NEAR = 6;

    private static final ReferenceWeights WEIGHTS = ReferenceWeights.load();

    private final Reading reading;
    private final Entities entities;
    private final List<EntityMention> mentions;
    private final ReferenceFeatures references;

    /** Those of a document; its speakers are to be asked for in reading order, as each may mean the one before. */
    public SpeakerEntities(Reading reading, Entities entities) {
        this.reading = reading;
        this.entities = entities;
        this.mentions = entities.mentions();
        this.references = new ReferenceFeatures(reading, entities);
    }

    /**
     * Whom a speaker means.
     *
     * @param entity empty for nobody the article names
     * @param certainty probability that this is right, 0 to 1
     */
    public record Meaning(OptionalInt entity, double certainty) {}

    /** Whom a speaker means, and how sure that is. */
    public Meaning of(SpeakerCandidate speaker) {
        Meaning meaning = meaning(speaker);
        references.means(speaker.from(), speaker.head(), meaning.entity().orElse(-1));
        return meaning;
    }

    /** Whom a speaker may mean that no name and no pronoun tells; none where they do. */
    List<ReferenceFeatures.Candidate> candidates(SpeakerCandidate speaker) {
        return told(speaker) != null
                ? List.of()
                : references.of(Anaphor.of(reading, speaker.from(), speaker.head(), speaker.to()));
    }

    private Meaning meaning(SpeakerCandidate speaker) {
        Meaning told = told(speaker);
        if (told != null) {
            return told;
        }
        ReferenceWeights.Choice choice = WEIGHTS.choose(candidates(speaker));
        return new Meaning(
                choice.entity() < 0 ? OptionalInt.empty() : OptionalInt.of(choice.entity()), choice.probability());
    }

    /** By a name or a pronoun; null where neither tells. */
    private Meaning told(SpeakerCandidate speaker) {
        int last = speaker.head() - 1;
        int name = namedBehind(reading, speaker);
        if (name > 0) {
            return named(entityEndingAt(reading.tokens.get(name).end()));
        }
        EntityMention mention = endingWith(speaker);
        if (mention != null && mention.kind() == MentionKind.NAME) {
            return named(OptionalInt.of(mention.entity()));
        }
        boolean person = AnaphorKind.of(reading.lower[last], "") == AnaphorKind.HE;
        if (mention != null && person) {
            return new Meaning(OptionalInt.of(mention.entity()), mention.certainty());
        }
        return null;
    }

    private static Meaning named(OptionalInt entity) {
        return new Meaning(entity, NAMED);
    }

    /** The mention that ends with the head of a speaker, names before others; null for none. */
    private EntityMention endingWith(SpeakerCandidate speaker) {
        EntityMention best = null;
        int wholeStart = reading.tokens.get(speaker.from()).start();
        int headEnd = reading.tokens.get(speaker.head() - 1).end();
        int wholeEnd = reading.tokens.get(speaker.to() - 1).end();
        for (int i = firstStartingAt(wholeStart);
                i < mentions.size() && mentions.get(i).start() < wholeEnd;
                i++) {
            EntityMention mention = mentions.get(i);
            if (mention.end() == headEnd && (best == null || mention.kind() == MentionKind.NAME)) {
                best = mention;
            }
        }
        return best;
    }

    /** Last token of the name that a comma sets beside the phrase: "The mayor of London, Sadiq Khan, said"; -1 for none. */
    private static int namedBehind(Reading reading, SpeakerCandidate speaker) {
        int comma = speaker.to();
        int head = speaker.head() - 1;
        boolean onePerson = reading.classes[head] == WordClass.NOUN
                && !reading.tokens.get(head).tag().endsWith("S")
                && !speaker.has(SpeakerTrait.AFTER_ACCORDING);
        if (!onePerson || reading.classAt(comma) != WordClass.COMMA || reading.quoted(comma)) {
            return -1;
        }
        int end = NounPhrases.endOf(
                reading, comma + 1, reading.sentence(speaker.from()).to());
        WordClass after = reading.classAt(end);
        boolean closed = after == WordClass.COMMA || after == WordClass.STOP;
        return end > comma + 1 && closed && reading.isPersonsName(end - 1) ? end - 1 : -1;
    }

    private OptionalInt entityEndingAt(int offset) {
        for (int i = firstStartingAt(offset) - 1; i >= 0 && i > firstStartingAt(offset) - NEAR; i--) {
            if (mentions.get(i).end() == offset) {
                return OptionalInt.of(mentions.get(i).entity());
            }
        }
        return OptionalInt.empty();
    }

    private int firstStartingAt(int offset) {
        int low = 0;
        int high = mentions.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (mentions.get(middle).start() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
