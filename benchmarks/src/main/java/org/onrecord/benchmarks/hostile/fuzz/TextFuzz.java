package org.onrecord.benchmarks.hostile.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.onrecord.contracts.Field;
import org.onrecord.contracts.Quote;
import org.onrecord.contracts.Span;
import org.onrecord.nlp.analysis.Analyser;
import org.onrecord.nlp.analysis.Annotations;
import org.onrecord.nlp.coreference.ArticleEntityResolver;
import org.onrecord.nlp.name.TaggerNameFinder;
import org.onrecord.nlp.quote.ReportedSpeechFinder;
import org.onrecord.nlp.sentence.OpenNlpDocumentReader;
import org.onrecord.scraper.extract.Extractor;

/** A text, its first line the headline: as it is submitted, and as it is analysed. */
public final class TextFuzz {
    private static final UUID ARTICLE = new UUID(1, 2);
    private static final Extractor EXTRACTOR = new Extractor();
    private static final Analyser ANALYSER = new Analyser(
            OpenNlpDocumentReader.load(),
            TaggerNameFinder.load(),
            new ArticleEntityResolver(),
            new ReportedSpeechFinder());

    private TextFuzz() {}

    /** Called once, at the beginning. */
    public static void fuzzerInitialize() {
        Watch.warmUp(
                TextFuzz::read,
                "A title\nThe mayor met John Smith of Leeds. “We will go,” Anna Smith said on Monday, and she left.",
                "A title\nThe mayor met John Smith of Leeds. “We will go,” Anna Smith said on Monday, and she left. ");
    }

    /** What the engine calls. */
    public static void fuzzerTestOneInput(byte[] input) {
        Watch.read(input, TextFuzz::read);
    }

    private static void read(byte[] input) {
        String all = new String(input, input.length % 2 == 0 ? StandardCharsets.UTF_8 : StandardCharsets.UTF_16BE);
        EXTRACTOR.extractText(all, Optional.empty(), Optional.empty());
        int end = Math.max(0, all.indexOf('\n'));
        String title = all.substring(0, end);
        String text = all.substring(end);
        Annotations read = ANALYSER.analyse(ARTICLE, "en", title, text);
        Set<UUID> ids = new HashSet<>();
        for (Quote quote : read.quotes()) {
            require(ids.add(quote.quoteId()));
            require(quote.confidence() >= 0 && quote.confidence() <= 1);
            quote.spans().forEach(span -> require(isWithin(span, title, text)));
        }
        read.sentences().forEach(span -> require(isWithin(span, title, text)));
        read.mentions().forEach(mention -> require(isWithin(mention.span(), title, text)));
    }

    private static boolean isWithin(Span span, String title, String text) {
        String field = span.field() == Field.TITLE ? title : text;
        return span.start() >= 0 && span.end() > span.start() && span.end() <= field.length();
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalStateException("annotations that are not what they should be");
        }
    }

    /** Called at the end. */
    public static void fuzzerTearDown() {
        Watch.tellPeak();
    }
}
