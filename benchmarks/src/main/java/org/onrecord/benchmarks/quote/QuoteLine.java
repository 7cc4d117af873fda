package org.onrecord.benchmarks.quote;

import org.onrecord.nlp.coreference.ArticleEntityResolver;
import org.onrecord.nlp.coreference.EntityResolver;
import org.onrecord.nlp.document.Document;
import org.onrecord.nlp.name.NameFinder;
import org.onrecord.nlp.name.TaggerNameFinder;
import org.onrecord.nlp.quote.QuoteFinder;
import org.onrecord.nlp.quote.ReportedSpeechFinder;
import org.onrecord.nlp.sentence.DocumentReader;
import org.onrecord.nlp.sentence.OpenNlpDocumentReader;

/** From a text to its quotations, as the service does it: sentences, names, entities, quotations. */
final class QuoteLine {
    private final DocumentReader reader = OpenNlpDocumentReader.load();
    private final NameFinder names = TaggerNameFinder.load();
    private final EntityResolver resolver = new ArticleEntityResolver();
    private final QuoteFinder quotes = new ReportedSpeechFinder();

    /** The number of quotations in the text. */
    int count(String text) {
        Document document = reader.read("", text);
        return quotes.find(document, resolver.resolve(document, names.find(document)))
                .size();
    }
}
