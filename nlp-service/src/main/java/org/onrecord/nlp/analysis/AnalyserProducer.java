package org.onrecord.nlp.analysis;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.quarkus.runtime.Startup;

import org.onrecord.nlp.coreference.ArticleEntityResolver;
import org.onrecord.nlp.name.TaggerNameFinder;
import org.onrecord.nlp.quote.ReportedSpeechFinder;
import org.onrecord.nlp.sentence.OpenNlpDocumentReader;

/** Puts the readers together and loads their models when the service starts, not with the first article. */
final class AnalyserProducer {

    @Produces
    @Singleton
    @Startup
    Analyser analyser() {
        return new Analyser(
                OpenNlpDocumentReader.load(),
                TaggerNameFinder.load(),
                new ArticleEntityResolver(),
                new ReportedSpeechFinder());
    }
}
