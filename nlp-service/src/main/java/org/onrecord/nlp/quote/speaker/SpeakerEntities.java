package org.onrecord.nlp.quote.speaker;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

import org.onrecord.contracts.Entity;
import org.onrecord.contracts.EntityType;
import org.onrecord.contracts.MentionKind;
import org.onrecord.nlp.coreference.Entities;
import org.onrecord.nlp.coreference.Entities.EntityMention;
import org.onrecord.nlp.quote.cue.SpeakingNouns;
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

    private static final double UNKNOWN_NAME = 0.7;

    private static final int MOST_INITIALS = 5;
    /** "BBC:" and "ABC:" are names. */
    private static final int LONGEST_LABEL = 3;
    private static final int AMBIGUOUS = -1;
    /** "((MS))". */
    private static final int MOST_BRACKETS = 3;

    /** What a person is called that the name finder takes for a part of a name. */
    private static final Set<String> ROLES = Set.of(
            "leader",
            "assemblywoman",
            "assemblyman",
            "officer",
            "professor",
            "minister",
            "president",
            "secretary",
            "chairman",
            "chairwoman",
            "chair",
            "director",
            "senator",
            "governor",
            "mayor",
            "commissioner",
            "ambassador",
            "spokesman",
            "spokeswoman",
            "spokesperson",
            "congressman",
            "congresswoman",
            "representative",
            "general",
            "judge",
            "chief",
            "coach",
            "councillor",
            "commander",
            "whip",
            "speaker");

    /** Letters behind a name that stand for an honour or an office. */
    private static final Set<String> HONOURS = Set.of(
            "qc", "kc", "mp", "mep", "msp", "mla", "td", "am", "obe", "mbe", "cbe", "kbe", "dbe", "md", "m.d.", "phd",
            "ph.d.", "esq", "jr", "jr.", "sr", "sr.", "usn", "usmc", "dds", "frs", "jd");

    private final ReferenceWeights weights;
    private final Reading reading;
    private final Entities entities;
    private final List<EntityMention> mentions;
    private final ReferenceFeatures references;
    private final AppositiveNames besides;
    private final Map<String, Integer> byInitials;
    /** Those who are mentioned elsewhere than at the beginning of a line. */
    private final BitSet withinLines = new BitSet();
    /** Places by their names in lower case. */
    private final Map<String, Integer> places = new HashMap<>();

    /** Those of a document; its speakers are to be asked for in reading order, as each may mean the one before. */
    public SpeakerEntities(Reading reading, Entities entities, ReferenceWeights weights) {
        this.weights = weights;
        this.reading = reading;
        this.entities = entities;
        this.mentions = entities.mentions();
        this.references = new ReferenceFeatures(reading, entities);
        this.besides = new AppositiveNames(reading, entities);
        this.byInitials = byInitials(entities);
        for (EntityMention mention : mentions) {
            if (!opensLine(mention.start())) {
                withinLines.set(mention.entity());
            }
        }
        for (Entity entity : entities.entities()) {
            if (entity.type() == EntityType.PLACE) {
                places.putIfAbsent(entity.name().toLowerCase(Locale.ROOT), entity.id());
            }
        }
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
        ReferenceWeights.Choice choice = weights.choose(candidates(speaker));
        return new Meaning(
                choice.entity() < 0 ? OptionalInt.empty() : OptionalInt.of(choice.entity()), choice.probability());
    }

    /** "MS: We looked at that." The one person whose initials open a paragraph, no verb behind them; -1 for none. */
    private int byInitials(SpeakerCandidate speaker) {
        return isLabel(speaker)
                ? byInitials.getOrDefault(
                        reading.tokens.get(speaker.head() - 1).text(), -1)
                : -1;
    }

    /** "((WN)) What happened?", "WN: What happened?": letters for whoever asks, which stand nowhere else. */
    private boolean isInitials(SpeakerCandidate speaker, int entity) {
        int label = speaker.head() - 1;
        boolean marked = reading.classAt(label - 1) == WordClass.OPEN_BRACKET
                || reading.classAt(speaker.head()) == WordClass.COLON;
        return marked && isLabel(speaker) && !withinLines.get(entity) && reading.tokens.get(label).text().length() < LONGEST_LABEL;
    }

    /** Whether nothing but brackets stands before it on its line. */
    private boolean opensLine(int offset) {
        int i = offset - 1;
        while (i >= 0 && offset - i <= MOST_BRACKETS && "([ ".indexOf(reading.text().charAt(i)) >= 0) {
            i--;
        }
        return i < 0 || reading.text().charAt(i) == '\n';
    }

    /** A few capitals that open a paragraph. */
    private boolean isLabel(SpeakerCandidate speaker) {
        int label = speaker.head() - 1;
        String letters = reading.tokens.get(label).text();
        boolean opens = speaker.head() - speaker.from() == 1
                && label - reading.sentence(label).from() < MOST_BRACKETS
                && !reading.classAt(speaker.head()).isVerbal();
        boolean capitals = letters.length() > 1
                && letters.length() < MOST_INITIALS
                && letters.chars().allMatch(Character::isUpperCase);
        return opens && capitals;
    }

    private static Map<String, Integer> byInitials(Entities entities) {
        Map<String, Integer> persons = new HashMap<>();
        for (Entity entity : entities.entities()) {
            if (entity.type() == EntityType.PERSON) {
                persons.merge(initials(entity.name()), entity.id(), (one, other) -> AMBIGUOUS);
            }
        }
        return persons;
    }

    private static String initials(String name) {
        StringBuilder initials = new StringBuilder();
        for (String word : name.split("[ -]+")) {
            initials.append(word, 0, Math.min(1, word.length()));
        }
        return initials.toString();
    }

    /** A name that the name finder missed; but "Prime Minister" is none, nor the initials of a transcript. */
    private boolean isForeignName(int token) {
        return reading.classes[token] == WordClass.NAME
                && !SpeakingNouns.contains(reading.lower[token])
                && !reading.tokens.get(token).text().chars().allMatch(Character::isUpperCase);
    }

    /** By a name or a pronoun; null where neither tells. */
    private Meaning told(SpeakerCandidate speaker) {
        int last = speaker.head() - 1;
        int initials = byInitials(speaker);
        if (initials >= 0) {
            return named(OptionalInt.of(initials));
        }
        EntityMention mention = endingWith(speaker);
        if (mention != null && mention.kind() == MentionKind.NAME && !isRole(speaker) && !isInitials(speaker, mention.entity())) {
            return named(OptionalInt.of(governmentOf(mention.entity(), speaker)));
        }
        EntityMention beside = besides.of(speaker);
        if (beside != null) {
            return named(OptionalInt.of(beside.entity()));
        }
        if (mention == null && isForeignName(last)) {
            return new Meaning(OptionalInt.empty(), UNKNOWN_NAME);
        }
        boolean person = AnaphorKind.of(reading.lower[last], "") == AnaphorKind.HE;
        if (mention != null && person) {
            return new Meaning(OptionalInt.of(mention.entity()), mention.certainty());
        }
        return null;
    }

    /** "Tehran says": the country, where the article names it; otherwise the place itself. */
    private int governmentOf(int entity, SpeakerCandidate speaker) {
        Entity place = entities.entities().get(entity);
        boolean alone = place.type() == EntityType.PLACE && speaker.to() - speaker.from() <= 2;
        for (String country : alone ? Countries.ofCapital(place.name()) : Set.<String>of()) {
            if (places.containsKey(country)) {
                return places.get(country);
            }
        }
        return entity;
    }

    private static Meaning named(OptionalInt entity) {
        return new Meaning(entity, NAMED);
    }

    /** "The Senate Minority Leader", "A Republican Assemblywoman": no name, whatever its capitals say. */
    private boolean isRole(SpeakerCandidate speaker) {
        String last = reading.lower[speaker.head() - 1];
        return ROLES.contains(last) && !reading.isPersonsName(speaker.head() - 2);
    }

    /** The mention that ends with the head of a speaker, names before others; null for none. */
    private EntityMention endingWith(SpeakerCandidate speaker) {
        EntityMention best = null;
        int wholeStart = reading.tokens.get(speaker.from()).start();
        int headEnd = reading.tokens.get(withoutHonours(speaker) - 1).end();
        int wholeEnd = reading.tokens.get(speaker.to() - 1).end();
        for (int i = besides.firstStartingAt(wholeStart);
                i < mentions.size() && mentions.get(i).start() < wholeEnd;
                i++) {
            EntityMention mention = mentions.get(i);
            if (mention.end() == headEnd && (best == null || mention.kind() == MentionKind.NAME)) {
                best = mention;
            }
        }
        return best;
    }

    /** One past the head, letters of honour left out: "Judge Ann Hall QC". */
    private int withoutHonours(SpeakerCandidate speaker) {
        int end = speaker.head();
        while (end - 1 > speaker.from()
                && (HONOURS.contains(reading.lower[end - 1]) && reading.capitalised(end - 1)
                        || reading.classes[end - 1] == WordClass.COMMA)) {
            end--;
        }
        return end;
    }
}
