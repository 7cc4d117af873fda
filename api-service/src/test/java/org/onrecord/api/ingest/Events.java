package org.onrecord.api.ingest;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.onrecord.contracts.Analysis;
import org.onrecord.contracts.Article;
import org.onrecord.contracts.Block;
import org.onrecord.contracts.BlockKind;
import org.onrecord.contracts.Cue;
import org.onrecord.contracts.Entity;
import org.onrecord.contracts.EntityType;
import org.onrecord.contracts.Field;
import org.onrecord.contracts.Mention;
import org.onrecord.contracts.MentionKind;
import org.onrecord.contracts.Quote;
import org.onrecord.contracts.QuoteKind;
import org.onrecord.contracts.RemovalReason;
import org.onrecord.contracts.RemovedBlock;
import org.onrecord.contracts.Span;
import org.onrecord.contracts.Speaker;
import org.onrecord.contracts.Stance;

/** An article in which the harbour master speaks about the harbour of Port Ellery, as events. */
public final class Events {
    static final String TITLE = "Harbour to be dredged";
    static final Instant MORNING = Instant.parse("2026-11-02T08:00:00Z");

    private Events() {}

    /** What the harbour master says in the first version, which says ten weeks. */
    public static Analysis first(UUID articleId) {
        return analysis(articleId, "ten", MORNING, "test-nlp/1", MORNING.plusSeconds(5));
    }

    public static Analysis analysis(
            UUID articleId, String weeks, Instant fetchedAt, String analyser, Instant analysedAt) {
        String said = "“It will take " + weeks + " weeks to clear Port Ellery,”";
        String text = said + " harbour master Ines Valdor said.";
        Span quoted = new Span(Field.TEXT, 0, said.length());
        Span speaker = span(text, "Ines Valdor");
        Span place = span(text, "Port Ellery");
        Span cue = span(text, "said.");
        return new Analysis(
                article(articleId, text, fetchedAt),
                analyser,
                analysedAt,
                List.of(new Span(Field.TITLE, 0, TITLE.length()), new Span(Field.TEXT, 0, text.length())),
                List.of(
                        new Entity(0, EntityType.PERSON, "Ines Valdor", List.of(), List.of("harbour master")),
                        new Entity(1, EntityType.PLACE, "Port Ellery", List.of("Ellery"), List.of())),
                List.of(
                        new Mention(1, MentionKind.NAME, place, "Port Ellery"),
                        new Mention(0, MentionKind.NAME, speaker, "Ines Valdor")),
                List.of(new Quote(
                        UUID.nameUUIDFromBytes((articleId + said).getBytes(StandardCharsets.UTF_8)),
                        QuoteKind.DIRECT,
                        List.of(quoted),
                        said,
                        new Cue(new Span(Field.TEXT, cue.start(), cue.end() - 1), "said"),
                        new Speaker(speaker, "Ines Valdor", 0),
                        0.9,
                        "test")));
    }

    /** The same by an analysis that mentions its entities in further places. */
    static Analysis mentioning(Analysis analysis, List<Mention> further) {
        List<Mention> mentions = new ArrayList<>(analysis.mentions());
        mentions.addAll(further);
        return new Analysis(
                analysis.article(),
                analysis.analyser(),
                analysis.analysedAt(),
                analysis.sentences(),
                analysis.entities(),
                mentions,
                analysis.quotes());
    }

    /** The same, in which the source does something else with its words than say them. */
    public static Analysis withStance(Analysis analysis, Stance stance) {
        Quote quote = analysis.quotes().getFirst();
        return new Analysis(
                analysis.article(),
                analysis.analyser(),
                analysis.analysedAt(),
                analysis.sentences(),
                analysis.entities(),
                analysis.mentions(),
                List.of(new Quote(
                        quote.quoteId(),
                        quote.kind(),
                        quote.spans(),
                        quote.text(),
                        quote.cue(),
                        quote.speaker(),
                        quote.confidence(),
                        quote.rule(),
                        stance,
                        quote.speakers())));
    }

    static Mention mention(Analysis analysis, int entity, MentionKind kind, String words) {
        return new Mention(entity, kind, span(analysis.article().text(), words), words);
    }

    static Article article(UUID articleId, String text, Instant fetchedAt) {
        String url = "https://courier.example/" + articleId;
        return new Article(
                articleId,
                Integer.toHexString(text.hashCode()),
                UUID.nameUUIDFromBytes((articleId + "" + fetchedAt).getBytes(StandardCharsets.UTF_8)),
                url,
                url,
                url,
                "courier.example",
                null,
                TITLE,
                List.of("Callum Rennick"),
                null,
                null,
                null,
                "en",
                null,
                text,
                List.of(new Block(BlockKind.PARAGRAPH, 0, text.length(), null)),
                List.of(new RemovedBlock(RemovalReason.SHARE, "Share this", null)),
                Map.of("title", "h1"),
                fetchedAt,
                "test-extract/1",
                null);
    }

    private static Span span(String text, String words) {
        int start = text.indexOf(words);
        return new Span(Field.TEXT, start, start + words.length());
    }
}
