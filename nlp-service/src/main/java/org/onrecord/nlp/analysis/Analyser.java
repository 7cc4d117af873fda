package org.onrecord.nlp.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;

import org.onrecord.contracts.Cue;
import org.onrecord.contracts.Mention;
import org.onrecord.contracts.Quote;
import org.onrecord.contracts.Span;
import org.onrecord.contracts.Speaker;
import org.onrecord.nlp.coreference.Entities;
import org.onrecord.nlp.coreference.Entities.EntityMention;
import org.onrecord.nlp.coreference.EntityResolver;
import org.onrecord.nlp.document.Document;
import org.onrecord.nlp.document.Sentence;
import org.onrecord.nlp.name.Name;
import org.onrecord.nlp.name.NameFinder;
import org.onrecord.nlp.quote.Quotation;
import org.onrecord.nlp.quote.Quotation.QuotedSpeaker;
import org.onrecord.nlp.quote.Quotation.TextSpan;
import org.onrecord.nlp.quote.QuoteFinder;
import org.onrecord.nlp.sentence.DocumentReader;

/** Reads an article: sentences, then names, then who is who, then who said what. Thread-safe if its readers are. */
public final class Analyser {
    /** Name and version, as analyses carry it. */
    public static final String VERSION = "onrecord-nlp/2";

    private final DocumentReader reader;
    private final NameFinder names;
    private final EntityResolver entities;
    private final QuoteFinder quotes;

    public Analyser(DocumentReader reader, NameFinder names, EntityResolver entities, QuoteFinder quotes) {
        this.reader = reader;
        this.names = names;
        this.entities = entities;
        this.quotes = quotes;
    }

    /**
     * Reads one article. Any text will do, ill-formed UTF-16 too.
     *
     * @param articleId what the quotes' ids derive from
     * @param language the declared language, ISO 639-1 or {@code und}
     * @param title the headline; may be empty
     * @param text the body; may be empty
     * @return what was read, with offsets into title and text
     * @throws CancellationException if the thread was interrupted between two of the readers
     */
    public Annotations analyse(UUID articleId, String language, String title, String text) {
        if (!EnglishText.is(language, title + "\n" + text)) {
            return Annotations.UNREADABLE;
        }
        Document document = reader.read(title, text);
        checkInterrupted();
        List<Name> found = names.find(document);
        checkInterrupted();
        Entities resolved = entities.resolve(document, found);
        checkInterrupted();
        List<Quotation> quotations = quotes.find(document, resolved);
        checkInterrupted();

        ArticleOffsets offsets = new ArticleOffsets(document.text(), title);
        Kept kept = Kept.of(document, resolved, quotations);
        QuoteIds ids = new QuoteIds(articleId, document.text(), kept.quotations());
        return new Annotations(
                true,
                sentences(document, kept.sentences(), offsets),
                List.copyOf(kept.entities()),
                mentions(kept.mentions(), offsets),
                kept.quotations().stream()
                        .flatMap(quotation ->
                                quote(quotation, ids, offsets, kept.entities().size()).stream())
                        .toList(),
                kept.leftOut());
    }

    private static List<Span> sentences(Document document, List<Sentence> sentences, ArticleOffsets offsets) {
        List<Span> spans = new ArrayList<>(sentences.size());
        for (Sentence sentence : sentences) {
            int start = document.tokens().get(sentence.firstToken()).start();
            int end = document.tokens().get(sentence.endToken() - 1).end();
            offsets.span(start, end).ifPresent(spans::add);
        }
        return List.copyOf(spans);
    }

    private static List<Mention> mentions(List<EntityMention> kept, ArticleOffsets offsets) {
        List<Mention> mentions = new ArrayList<>(kept.size());
        for (EntityMention mention : kept) {
            offsets.span(mention.start(), mention.end())
                    .map(span -> new Mention(
                            mention.entity(), mention.kind(), span, offsets.words(mention.start(), mention.end())))
                    .ifPresent(mentions::add);
        }
        return List.copyOf(mentions);
    }

    private static Optional<Quote> quote(Quotation quotation, QuoteIds ids, ArticleOffsets offsets, int entities) {
        List<Span> spans = quotation.spans().stream()
                .flatMap(span -> offsets.span(span.start(), span.end()).stream())
                .toList();
        if (spans.size() < quotation.spans().size()) {
            return Optional.empty();
        }
        List<String> pieces = quotation.spans().stream()
                .map(span -> offsets.words(span.start(), span.end()))
                .toList();
        List<Speaker> speakers = quotation.speakers().stream()
                .flatMap(speaker -> speaker(speaker, offsets, entities).stream())
                .toList();
        return Optional.of(new Quote(
                ids.of(quotation),
                quotation.kind(),
                spans,
                String.join(" ", pieces),
                quotation.cue().flatMap(cue -> cue(cue, offsets)).orElse(null),
                speakers.isEmpty() ? null : speakers.getFirst(),
                quotation.confidence(),
                quotation.rule(),
                quotation.stance(),
                speakers));
    }

    private static Optional<Cue> cue(TextSpan cue, ArticleOffsets offsets) {
        return offsets.span(cue.start(), cue.end()).map(span -> new Cue(span, offsets.words(cue.start(), cue.end())));
    }

    private static Optional<Speaker> speaker(QuotedSpeaker speaker, ArticleOffsets offsets, int entities) {
        TextSpan words = speaker.span();
        int index = speaker.entity().orElse(entities);
        Integer entity = index < entities ? Integer.valueOf(index) : null;
        return offsets.span(words.start(), words.end())
                .map(span -> new Speaker(span, offsets.words(words.start(), words.end()), entity));
    }

    /** A reader cannot be stopped in its work, but the next one need not begin. */
    private static void checkInterrupted() {
        if (Thread.interrupted()) {
            throw new CancellationException("the analysis was given up");
        }
    }
}
