package org.onrecord.nlp.quote.speaker;

import java.util.List;

import org.onrecord.contracts.EntityType;
import org.onrecord.contracts.MentionKind;
import org.onrecord.nlp.coreference.Entities;
import org.onrecord.nlp.coreference.Entities.EntityMention;
import org.onrecord.nlp.quote.cue.SpeakingNouns;
import org.onrecord.nlp.quote.reading.NounPhrases;
import org.onrecord.nlp.quote.reading.Reading;
import org.onrecord.nlp.quote.reading.WordClass;

/** Names that a comma or a dash sets beside a description: "The mayor of London, Sadiq Khan, said". Of one document. */
final class AppositiveNames {

    private static final int LONGEST_TAIL = 12;
    /** Mentions looked at left of an offset; they nest a few deep at most. */
    private static final int NEAR = 6;

    private final Reading reading;
    private final Entities entities;
    private final List<EntityMention> mentions;

    AppositiveNames(Reading reading, Entities entities) {
        this.reading = reading;
        this.entities = entities;
        this.mentions = entities.mentions();
    }

    /**
     * The name that a comma sets beside the phrase: "The mayor of London, Sadiq Khan, said", "a militant group, Al-Nur, said";
     * null for none.
     */
    EntityMention of(SpeakerCandidate speaker) {
        int head = speaker.head() - 1;
        AnaphorKind kind =
                AnaphorKind.of(reading.lower[head], reading.tokens.get(head).tag());
        boolean one = SpeakerPhrases.isPartitive(reading.lower[head]);
        boolean person = kind == AnaphorKind.PERSON || kind == AnaphorKind.SPOKESMAN || one;
        boolean body = kind.isBody() || kind == AnaphorKind.SPOKESMAN || isSite(head);
        int comma = person || body ? commaBehind(speaker.to()) : -1;
        if (comma < 0) {
            return null;
        }
        int end = NounPhrases.endOf(
                reading, comma + 1, reading.sentence(speaker.from()).to());
        int and = behindAdjectives(end);
        if (reading.wordAt(and).equals("and") && !reading.isPersonsName(and - 1)) {
            // "Another author, civil and environmental engineering professor Ann Lee, said"
            end = NounPhrases.endOf(
                    reading, and + 1, reading.sentence(speaker.from()).to());
        }
        WordClass after = reading.classAt(end);
        boolean closed = after == WordClass.COMMA
                || after == WordClass.STOP
                || after == WordClass.OPEN_BRACKET
                || after == WordClass.DASH
                || person && (after == WordClass.VERB || after == WordClass.DETERMINER)
                || end == reading.tokens.size();
        if (end <= comma + 1 || !closed || body && after == WordClass.STOP) {
            return null;
        }
        EntityMention mention = nameEndingAt(reading.tokens.get(end - 1).end());
        if (mention == null) {
            return null;
        }
        EntityType type = entities.entities().get(mention.entity()).type();
        boolean fits =
                type == EntityType.PERSON ? person : type == EntityType.ORGANISATION && (body || isMaker(speaker));
        return fits ? mention : null;
    }

    private int behindAdjectives(int token) {
        int i = token;
        while (reading.classAt(i) == WordClass.ADJECTIVE) {
            i++;
        }
        return i;
    }

    /** "The world's largest maker of jetliners, Airbus, says": no noun for a person, whatever its kind. */
    private boolean isMaker(SpeakerCandidate speaker) {
        return !SpeakingNouns.contains(reading.lower[speaker.head() - 1]);
    }

    /** The comma behind a phrase: at once, or past what describes it ("the commissioner responsible for aid, Ann Lee"). */
    private int commaBehind(int to) {
        for (int i = to; i < Math.min(reading.tokens.size(), to + LONGEST_TAIL); i++) {
            WordClass c = reading.classes[i];
            boolean dash = c == WordClass.DASH && isApart(i);
            if ((c == WordClass.COMMA || dash) && !reading.quoted(i)) {
                return i;
            }
            boolean describes = c == WordClass.PREPOSITION
                    || c.isNominal() && c != WordClass.PRONOUN
                    || c == WordClass.ADJECTIVE
                    || c == WordClass.DETERMINER
                    || c == WordClass.POSSESSIVE;
            if (!describes || reading.quoted(i)) {
                return -1;
            }
        }
        return -1;
    }

    /** "an activist group - the Network - says", not "U.S.-based". */
    private boolean isApart(int dash) {
        return dash > 0
                && reading.tokens.get(dash - 1).end() < reading.tokens.get(dash).start();
    }

    private boolean isSite(int head) {
        return reading.lower[head].equals("site") || reading.lower[head].equals("website");
    }

    private EntityMention nameEndingAt(int offset) {
        int first = firstStartingAt(offset);
        for (int i = first - 1; i >= 0 && i > first - NEAR; i--) {
            if (mentions.get(i).end() == offset && mentions.get(i).kind() == MentionKind.NAME) {
                return mentions.get(i);
            }
        }
        return null;
    }

    /** The first mention that begins at an offset or behind it. */
    int firstStartingAt(int offset) {
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
