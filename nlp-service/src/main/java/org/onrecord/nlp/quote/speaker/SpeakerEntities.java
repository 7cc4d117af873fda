package org.onrecord.nlp.quote.speaker;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

import org.onrecord.contracts.EntityType;
import org.onrecord.contracts.MentionKind;
import org.onrecord.nlp.coreference.Entities;
import org.onrecord.nlp.coreference.Entities.EntityMention;
import org.onrecord.nlp.quote.reading.NounPhrases;
import org.onrecord.nlp.quote.reading.Reading;
import org.onrecord.nlp.quote.reading.WordClass;

/**
 * Which entity the words that name a speaker mean: the one their head means, and not one that is named beside it. "The son
 * of President Bush" and "Trump's lawyer" are somebody else; only those who speak for an organisation and go without a name
 * stand for it: "a spokesman for the Home Office".
 */
public final class SpeakerEntities {

    private static final Set<String> SPEAKS_FOR_ANOTHER = Set.of(
            "spokesman",
            "spokeswoman",
            "spokesperson",
            "spokesmen",
            "spokespeople",
            "representative",
            "statement",
            "release",
            "tweet",
            "report");

    /** Mentions looked at left of an offset; they nest a few deep at most. */
    private static final int NEAR = 6;

    private final Entities entities;
    private final List<EntityMention> mentions;

    public SpeakerEntities(Entities entities) {
        this.entities = entities;
        this.mentions = entities.mentions();
    }

    /** The entity that a speaker means, if the article names it. */
    public OptionalInt of(Reading reading, SpeakerCandidate speaker) {
        int last = speaker.head() - 1;
        int name = namedBehind(reading, speaker);
        if (name > 0) {
            return entityEndingAt(reading.tokens.get(name).end());
        }
        EntityMention best = null;
        EntityMention spokenFor = null;
        int wholeStart = reading.tokens.get(speaker.from()).start();
        int headEnd = reading.tokens.get(last).end();
        int wholeEnd = reading.tokens.get(speaker.to() - 1).end();
        for (int i = firstStartingAt(wholeStart);
                i < mentions.size() && mentions.get(i).start() < wholeEnd;
                i++) {
            EntityMention mention = mentions.get(i);
            if (mention.end() == headEnd && (best == null || mention.kind() == MentionKind.NAME)) {
                best = mention;
            } else if (mention.end() <= wholeEnd && isOrganisation(mention)) {
                spokenFor = mention;
            }
        }
        if (best == null && SPEAKS_FOR_ANOTHER.contains(reading.lower[last])) {
            best = spokenFor;
        }
        return best == null ? OptionalInt.empty() : OptionalInt.of(best.entity());
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

    private boolean isOrganisation(EntityMention mention) {
        return mention.kind() == MentionKind.NAME
                && entities.entities().get(mention.entity()).type() == EntityType.ORGANISATION;
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
