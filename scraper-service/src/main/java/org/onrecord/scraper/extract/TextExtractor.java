package org.onrecord.scraper.extract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.onrecord.scraper.extract.body.Judgement;
import org.onrecord.scraper.extract.language.LanguageFinder;
import org.onrecord.scraper.extract.page.Words;
import org.onrecord.scraper.extract.plaintext.PlainText;

/** Text that was scraped before to an article. */
final class TextExtractor {
    /** Fewer say nothing that could be read: a text of one letter, a lone headline. */
    private static final int LEAST_WORDS = 5;

    private final LanguageFinder languages = new LanguageFinder();

    Extraction extract(String text, Optional<String> title) {
        PlainText read = PlainText.of(text, title);
        List<Judgement> judgements = read.judgements();
        Composition composition = Composition.of(judgements);
        if (Words.count(composition.text()) < LEAST_WORDS) {
            return new NotAnArticle(NotAnArticle.Cause.NO_TEXT);
        }
        Map<String, String> evidence = new LinkedHashMap<>();
        read.title().ifPresent(found -> evidence.put("title", title.isPresent() ? "submission" : "first-line"));
        return new ExtractedArticle(
                read.title().orElse(""),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                languages.find(composition.text(), Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                composition.text(),
                composition.blocks(),
                composition.removed(),
                evidence);
    }
}
