package org.onrecord.nlp.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import org.onrecord.contracts.Entity;
import org.onrecord.contracts.EntityType;
import org.onrecord.contracts.MentionKind;
import org.onrecord.contracts.QuoteKind;
import org.onrecord.contracts.Stance;
import org.onrecord.nlp.coreference.Entities;
import org.onrecord.nlp.coreference.Entities.EntityMention;
import org.onrecord.nlp.document.Document;
import org.onrecord.nlp.quote.Quotation;
import org.onrecord.nlp.quote.Quotation.TextSpan;

import static org.assertj.core.api.Assertions.assertThat;

class KeptTest {

    private static final Document EMPTY = new Document("", List.of(), List.of(), List.of());
    private static final Entities NOBODY = new Entities(List.of(), List.of());

    @Test
    void whatPeopleWriteIsKeptWhole() {
        List<Quotation> quotations = List.of(quotation(0, 100, 0.5), quotation(200, 300, 0.9));

        Kept kept = Kept.of(EMPTY, NOBODY, quotations);

        assertThat(kept.quotations()).isEqualTo(quotations);
        assertThat(kept.leftOut()).isZero();
    }

    @Test
    void ofTooManyQuotesTheSurestAreKeptInReadingOrder() {
        List<Quotation> quotations = new ArrayList<>();
        for (int i = 0; i < Kept.MOST_QUOTES + 2; i++) {
            quotations.add(quotation(10 * i, 10 * i + 5, i < 2 ? 0.1 : 0.9));
        }

        Kept kept = Kept.of(EMPTY, NOBODY, quotations);

        assertThat(kept.quotations()).isEqualTo(quotations.subList(2, quotations.size()));
        assertThat(kept.leftOut()).isEqualTo(2);
    }

    /** He said that she said that they said, and so on: each quote has the rest of the text in it. */
    @Test
    void quotesWithinQuotesRepeatTheTextOnlySoOften() {
        List<Quotation> quotations = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            quotations.add(quotation(i, 100_000, 0.5));
        }

        Kept kept = Kept.of(EMPTY, NOBODY, quotations);

        assertThat(kept.quotations()).isEqualTo(quotations.subList(0, Kept.MOST_QUOTED / 100_000));
    }

    @Test
    void ofEntitiesThatAreLeftOutNoMentionIsKept() {
        List<Entity> entities = new ArrayList<>();
        List<EntityMention> mentions = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            entities.add(new Entity(i, EntityType.PERSON, "Al " + i, List.of(), List.of()));
            mentions.add(new EntityMention(10 * i, 10 * i + 5, MentionKind.NAME, i, 1));
        }

        Kept kept = Kept.of(EMPTY, new Entities(entities, mentions), List.of());

        assertThat(kept.entities())
                .hasSizeBetween(1_000, 10_000)
                .isEqualTo(entities.subList(0, kept.entities().size()));
        assertThat(kept.mentions()).hasSameSizeAs(kept.entities());
        assertThat(kept.leftOut()).isEqualTo(2 * (20_000 - kept.entities().size()));
    }

    private static Quotation quotation(int start, int end, double confidence) {
        return new Quotation(
                QuoteKind.INDIRECT,
                Stance.SAID,
                List.of(new TextSpan(start, end)),
                Optional.empty(),
                List.of(),
                confidence,
                "a rule");
    }
}
