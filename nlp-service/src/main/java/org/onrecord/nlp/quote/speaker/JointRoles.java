package org.onrecord.nlp.quote.speaker;

import java.util.HashMap;
import java.util.Map;

import org.onrecord.contracts.EntityType;
import org.onrecord.contracts.MentionKind;
import org.onrecord.nlp.coreference.Entities;
import org.onrecord.nlp.quote.cue.SpeakingNouns;
import org.onrecord.nlp.quote.reading.Reading;
import org.onrecord.nlp.quote.reading.WordClass;

/** Whether two phrases beside "and" are two speakers, or two roles of one. Of one document; not changed once made. */
final class JointRoles {

    private final Reading reading;
    /** What is named by a name that ends at an offset. */
    private final Map<Integer, EntityType> namedUpTo = new HashMap<>();

    JointRoles(Reading reading, Entities entities) {
        this.reading = reading;
        for (Entities.EntityMention mention : entities.mentions()) {
            if (mention.kind() == MentionKind.NAME) {
                namedUpTo.put(
                        mention.end(), entities.entities().get(mention.entity()).type());
            }
        }
    }

    /** One noun without a determiner that is no name: "councillor" is a role and nobody yet. */
    boolean isBareRole(SpeakerCandidate one) {
        int head = one.head() - 1;
        boolean person = reading.isPersonsName(head) || reading.isPersonsName(head - 1);
        if (isNamed(one) || person || reading.classes[head] == WordClass.PRONOUN) {
            return false;
        }
        for (int i = one.from(); i < head; i++) {
            WordClass c = reading.classes[i];
            if (c == WordClass.DETERMINER || c == WordClass.NUMBER || c == WordClass.POSSESSIVE) {
                return false;
            }
        }
        return !reading.tokens.get(head).tag().endsWith("S");
    }

    /** "Lee and Reyes": a surname that is not found as a name by itself. */
    boolean isSurnameBeside(SpeakerCandidate left, SpeakerCandidate right) {
        int head = left.head() - 1;
        return left.from() == head
                && reading.capitalised(head)
                && !SpeakingNouns.contains(reading.lower[head])
                && reading.isPersonsName(right.head() - 1)
                && reading.capitalised(right.from());
    }

    /** "Councillor and teacher Ann Lee", "a teacher and member of the council": two roles of one. */
    boolean isOfOne(SpeakerCandidate left, SpeakerCandidate right) {
        boolean person = reading.isPersonsName(right.head() - 1);
        if (isBareRole(left)) {
            return person && right.from() < right.head() - 1 && !isSurnameBeside(left, right) || isBareRole(right);
        }
        return isBareRole(right)
                && !isNamed(left)
                && !reading.tokens.get(left.head() - 1).tag().endsWith("S");
    }

    /** "Scientists from Leeds and York": both are where they come from. */
    boolean isWithinFormer(SpeakerCandidate left, SpeakerCandidate right) {
        EntityType former = namedUpTo.get(reading.tokens.get(left.to() - 1).end());
        EntityType latter = namedUpTo.get(reading.tokens.get(right.head() - 1).end());
        return left.head() < left.to() && former != null && former != EntityType.PERSON && former == latter;
    }

    boolean isNamed(SpeakerCandidate one) {
        return namedUpTo.containsKey(reading.tokens.get(one.head() - 1).end());
    }
}
