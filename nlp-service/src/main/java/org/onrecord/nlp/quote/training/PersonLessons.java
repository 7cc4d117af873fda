package org.onrecord.nlp.quote.training;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;

import org.onrecord.nlp.coreference.Entities;
import org.onrecord.nlp.coreference.PronounEvidence;
import org.onrecord.nlp.document.Document;
import org.onrecord.nlp.name.Name;
import org.onrecord.nlp.quote.Quotation.TextSpan;
import org.onrecord.nlp.quote.speaker.ReferenceEvidence;
import org.onrecord.nlp.quote.speaker.ReferenceWeights;
import org.onrecord.nlp.quote.training.NewsQuotes.NewsQuote;
import org.onrecord.nlp.weight.Weights;

/** What annotated news teaches about whom a speaker means that is no name: a pronoun, or a description. */
final class PersonLessons {

    final PronounFit pronouns = new PronounFit();
    final ReferenceFit references = new ReferenceFit();

    /** @param fold of the document; a model that is fitted without this fold does not see it */
    void add(Document document, List<Name> names, Entities entities, List<NewsQuote> quotes, int fold) {
        List<PronounEvidence.Choice> choices = PronounEvidence.of(document, names);
        for (NewsQuote quote : quotes) {
            for (PronounEvidence.Choice choice : choices) {
                if (new TextSpan(choice.start(), choice.end()).equals(quote.speaker())) {
                    pronouns.add(choice.persons(), quote.who(), fold);
                }
            }
        }
        addReferences(document, entities, quotes, fold);
    }

    private void addReferences(Document document, Entities entities, List<NewsQuote> quotes, int fold) {
        TreeMap<Integer, NewsQuote> speakers = new TreeMap<>();
        for (NewsQuote quote : quotes) {
            if (quote.speaker() != null) {
                speakers.putIfAbsent(quote.speaker().start(), quote);
            }
        }
        List<TextSpan> words =
                speakers.values().stream().map(NewsQuote::speaker).toList();
        List<List<ReferenceEvidence.Option>> evidence = ReferenceEvidence.of(document, entities, words);
        int at = 0;
        for (NewsQuote quote : speakers.values()) {
            List<ReferenceEvidence.Option> options = evidence.get(at++);
            if (!options.isEmpty()) {
                List<Set<String>> features =
                        options.stream().map(ReferenceEvidence.Option::features).toList();
                List<Boolean> right = options.stream()
                        .map(option -> quote.who().stream().anyMatch(name -> SameName.same(name, option.name())))
                        .toList();
                references.add(
                        new ReferenceFit.Lesson(features, right, quote.who().isEmpty(), fold));
            }
        }
    }

    /** Fitted on all documents but those of a fold; -1 for all. */
    Weights pronounsWithout(int fold) {
        return pronouns.fit(fold);
    }

    ReferenceWeights referencesWithout(int fold) {
        return new ReferenceWeights(references.fit(fold));
    }
}
