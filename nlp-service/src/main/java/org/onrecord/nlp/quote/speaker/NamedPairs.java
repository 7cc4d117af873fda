package org.onrecord.nlp.quote.speaker;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;

import org.onrecord.contracts.Entity;
import org.onrecord.contracts.EntityType;
import org.onrecord.contracts.MentionKind;
import org.onrecord.nlp.coreference.Entities;
import org.onrecord.nlp.coreference.Entities.EntityMention;
import org.onrecord.nlp.quote.reading.Reading;
import org.onrecord.nlp.quote.reading.TimeWords;
import org.onrecord.nlp.quote.reading.WordClass;

/**
 * Whom words for two mean: "both countries" the last two that stand joined, "Norway and Iceland", or the only two that are named
 * before; "they" those who spoke in the report before, "the parties" those who spoke together last; "the latter" the second of
 * the last two that stand joined.
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
    private final List<EntityMention> names = new ArrayList<>();

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
            names.add(mention);
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
        if (!two || type == null) {
            return List.of();
        }
        int start = reading.tokens.get(words.from()).start();
        List<Integer> joined = last(start, type);
        return joined.isEmpty() ? onlyTwo(start, type) : joined;
    }

    /** Whom "the former" and "the latter" mean; -1 for other words, and where no two stand joined. */
    int oneOfTwo(SpeakerCandidate words) {
        String word = reading.lower[words.from()].equals("the") ? reading.wordAt(words.from() + 1) : "";
        if (!word.equals("former") && !word.equals("latter") || words.head() - words.from() > 3) {
            return -1;
        }
        boolean alone = words.head() - words.from() == 2 || TimeWords.isTime(reading.wordAt(words.from() + 2));
        List<Integer> joined = alone ? last(reading.tokens.get(words.from()).start(), null) : List.of();
        return joined.isEmpty() ? -1 : joined.get(word.equals("former") ? 0 : 1);
    }

    /** The two of a type that are named before, if there are no more; of places, the two countries. */
    private List<Integer> onlyTwo(int before, EntityType type) {
        Set<Integer> found = new LinkedHashSet<>();
        int last = behind(before, names.size(), i -> names.get(i).end()) - 1;
        for (int i = last; i >= 0 && names.get(i).end() > before - FURTHEST; i--) {
            Entity entity = reading.entities.entities().get(names.get(i).entity());
            if (entity.type() == type && (type != EntityType.PLACE || Countries.isCountry(entity.name()))) {
                found.add(entity.id());
                if (found.size() > 2) {
                    return List.of();
                }
            }
        }
        return found.size() == 2 ? List.copyOf(found).reversed() : List.of();
    }

    /** @param type null for any */
    private List<Integer> last(int before, EntityType type) {
        int behind = behind(before, pairs.size(), i -> pairs.get(i).end());
        for (int i = behind - 1; i >= 0 && pairs.get(i).end() > before - FURTHEST; i--) {
            if (type == null || pairs.get(i).type() == type) {
                return pairs.get(i).entities();
            }
        }
        return List.of();
    }

    /** The first of some that ends behind an offset. */
    private static int behind(int offset, int size, IntUnaryOperator end) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (end.applyAsInt(middle) <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
