package org.onrecord.nlp.quote.speaker;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.onrecord.contracts.EntityType;
import org.onrecord.contracts.MentionKind;
import org.onrecord.nlp.coreference.Entities;
import org.onrecord.nlp.coreference.Entities.EntityMention;
import org.onrecord.nlp.quote.reading.Reading;
import org.onrecord.nlp.quote.reading.WordClass;

/**
 * Whom words for two mean: "both countries" the last two that stand joined, "Norway and Iceland"; "they" those who
 * spoke in the report before, "the parties" those who spoke together last.
 */
final class NamedPairs {

    /** Further back a pair is out of a reader's mind, in characters. */
    private static final int FURTHEST = 1500;

    private static final int MOST_BETWEEN = 5;

    private static final Set<String> BOTH = Set.of("both", "two");
    private static final Set<String> COUPLES = Set.of("couple", "pair", "duo");
    private static final Set<String> TOGETHER = Set.of("both", "two", "parties", "companies", "senators");
    private static final Set<String> PEOPLE = Set.of(
            "men",
            "women",
            "candidates",
            "senators",
            "leaders",
            "ministers",
            "presidents",
            "lawmakers",
            "officers",
            "officials",
            "lawyers",
            "brothers",
            "sisters",
            "players",
            "rivals",
            "politicians",
            "couple",
            "pair",
            "duo");
    private static final Set<String> PLACES = Set.of("countries", "nations", "states", "neighbours", "neighbors");
    private static final Set<String> BODIES =
            Set.of("companies", "firms", "parties", "teams", "clubs", "agencies", "groups", "unions", "ministries");

    private record Pair(int end, EntityType type, List<Integer> entities) {}

    private final Reading reading;
    private final List<Pair> pairs = new ArrayList<>();

    NamedPairs(Reading reading, Entities entities) {
        this.reading = reading;
        EntityMention left = null;
        int token = 0;
        for (EntityMention mention : entities.mentions()) {
            if (mention.kind() != MentionKind.NAME) {
                continue;
            }
            while (token < reading.tokens.size() && reading.tokens.get(token).start() < mention.start()) {
                token++;
            }
            EntityType type = entities.entities().get(mention.entity()).type();
            if (left != null
                    && left.entity() != mention.entity()
                    && entities.entities().get(left.entity()).type() == type
                    && isJoined(left.end(), token)) {
                pairs.add(new Pair(mention.end(), type, List.of(left.entity(), mention.entity())));
            }
            left = mention;
        }
    }

    /** Nothing but "and" between a name and the token that begins another, with an article or a title. */
    private boolean isJoined(int end, int token) {
        int ands = 0;
        for (int i = token - 1; i >= 0 && reading.tokens.get(i).start() >= end; i--) {
            WordClass c = reading.classes[i];
            ands += reading.lower[i].equals("and") ? 1 : 0;
            boolean other = c == WordClass.COORDINATOR && !reading.lower[i].equals("and");
            if (other || c.isVerbal() || c == WordClass.COMMA || c == WordClass.STOP || token - i > MOST_BETWEEN) {
                return false;
            }
        }
        return ands == 1;
    }

    /**
     * @param words for several, who are none of the document's entities themselves
     * @param before whom the speakers of the report before mean
     * @param together whom those mean who spoke together last
     * @return empty if that cannot be told
     */
    List<Integer> meantBy(SpeakerCandidate words, List<Integer> before, List<Integer> together) {
        String first = reading.lower[words.from()];
        String second = reading.wordAt(words.from() + 1);
        String head = reading.lower[words.head() - 1];
        boolean definite = first.equals("the") || first.equals("both");
        if (head.equals("they")) {
            return before.size() > 1 ? before : List.of();
        }
        if (!together.isEmpty() && definite && (TOGETHER.contains(head) || COUPLES.contains(head))) {
            return together;
        }
        boolean two = BOTH.contains(first) || first.equals("the") && (BOTH.contains(second) || COUPLES.contains(head));
        EntityType type = PEOPLE.contains(head)
                ? EntityType.PERSON
                : PLACES.contains(head) ? EntityType.PLACE : BODIES.contains(head) ? EntityType.ORGANISATION : null;
        return two && type != null ? last(reading.tokens.get(words.from()).start(), type) : List.of();
    }

    private List<Integer> last(int before, EntityType type) {
        int low = 0;
        int high = pairs.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (pairs.get(middle).end() <= before) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        for (int i = low - 1; i >= 0 && pairs.get(i).end() > before - FURTHEST; i--) {
            if (pairs.get(i).type() == type) {
                return pairs.get(i).entities();
            }
        }
        return List.of();
    }
}
