package org.onrecord.nlp.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

import org.onrecord.contracts.Entity;
import org.onrecord.nlp.coreference.Entities;
import org.onrecord.nlp.coreference.Entities.EntityMention;
import org.onrecord.nlp.document.Document;
import org.onrecord.nlp.document.Sentence;
import org.onrecord.nlp.quote.Quotation;
import org.onrecord.nlp.quote.Quotation.TextSpan;

/**
 * As much of what was read in an article as an analysis can hold. A text that is made for it has a quote every twenty
 * characters, or quotes within quotes, and its analysis many times the size of a record; the longest texts that people write
 * have less of everything than what is kept. All together it is some 12 MB of JSON, and 2 MB when it is packed.
 *
 * @param sentences the first ones
 * @param entities the first ones, so that their indices stay
 * @param mentions the first ones of these entities
 * @param quotations the surest ones, in reading order
 * @param leftOut how many sentences, entities, mentions and quotations are missing
 */
record Kept(
        List<Sentence> sentences,
        List<Entity> entities,
        List<EntityMention> mentions,
        List<Quotation> quotations,
        int leftOut) {

    static final int MOST_QUOTES = 8_000;
    private static final int MOST_SENTENCES = 30_000;
    private static final int MOST_ENTITIES = 5_000;
    private static final int MOST_MENTIONS = 30_000;

    /** Characters of the text that quotes repeat; half of the longest text. */
    static final int MOST_QUOTED = 500_000;

    private static final int MOST_NAMED = 300_000;
    private static final int MOST_MENTIONED = 300_000;

    static Kept of(Document document, Entities resolved, List<Quotation> quotations) {
        List<Sentence> sentences = first(document.sentences(), MOST_SENTENCES, sentence -> 0, 0);
        List<Entity> entities = first(resolved.entities(), MOST_ENTITIES, Kept::length, MOST_NAMED);
        List<EntityMention> known = resolved.mentions().stream()
                .filter(mention -> mention.entity() < entities.size())
                .toList();
        List<EntityMention> mentions =
                first(known, MOST_MENTIONS, mention -> mention.end() - mention.start(), MOST_MENTIONED);
        List<Quotation> surest = surest(quotations);
        int leftOut = document.sentences().size()
                - sentences.size()
                + resolved.entities().size()
                - entities.size()
                + resolved.mentions().size()
                - mentions.size()
                + quotations.size()
                - surest.size();
        return new Kept(sentences, entities, mentions, surest, leftOut);
    }

    private static <T> List<T> first(List<T> all, int most, ToIntFunction<T> length, int mostCharacters) {
        int characters = 0;
        int count = 0;
        while (count < Math.min(most, all.size())) {
            characters += length.applyAsInt(all.get(count));
            if (characters > mostCharacters) {
                break;
            }
            count++;
        }
        return all.subList(0, count);
    }

    private static List<Quotation> surest(List<Quotation> quotations) {
        List<Integer> bySureness = new ArrayList<>(quotations.size());
        for (int i = 0; i < quotations.size(); i++) {
            bySureness.add(i);
        }
        bySureness.sort(Comparator.comparingDouble(i -> -quotations.get(i).confidence()));
        Set<Integer> kept = new HashSet<>();
        int left = MOST_QUOTED;
        for (int i : bySureness) {
            int length = length(quotations.get(i));
            if (kept.size() < MOST_QUOTES && length <= left) {
                kept.add(i);
                left -= length;
            }
        }
        List<Quotation> inOrder = new ArrayList<>(kept.size());
        for (int i = 0; i < quotations.size(); i++) {
            if (kept.contains(i)) {
                inOrder.add(quotations.get(i));
            }
        }
        return inOrder;
    }

    private static int length(Quotation quotation) {
        return Stream.of(
                        quotation.spans().stream(),
                        quotation.cue().stream(),
                        quotation.speakers().stream().map(Quotation.QuotedSpeaker::span))
                .flatMap(spans -> spans)
                .mapToInt(Kept::length)
                .sum();
    }

    private static int length(TextSpan span) {
        return span.end() - span.start();
    }

    private static int length(Entity entity) {
        return Stream.of(Stream.of(entity.name()), entity.aliases().stream(), entity.roles().stream())
                .flatMap(names -> names)
                .mapToInt(String::length)
                .sum();
    }
}
