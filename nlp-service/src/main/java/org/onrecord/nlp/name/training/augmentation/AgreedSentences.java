package org.onrecord.nlp.name.training.augmentation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.onrecord.nlp.name.NameTagger;
import org.onrecord.nlp.name.TaggerModel;
import org.onrecord.nlp.name.training.gold.GoldFile;
import org.onrecord.nlp.name.training.gold.Source;
import org.onrecord.nlp.name.training.gold.TaggedDocument;
import org.onrecord.nlp.name.training.gold.TaggedSentence;

/**
 * Text without tags, as two models tag it that know different halves of the gold: sentences in which they find the same names,
 * and at least one. What both see in a plain sentence is then known where a sentence tells less.
 */
public final class AgreedSentences {
    private static final int HALVES = 2;
    /** One stretch of so many is read, so that all years of the text are heard. */
    private static final int READ_OF = 5;

    private static final int MOST_TOKENS = 400_000;

    private AgreedSentences() {}

    /**
     * Tags text; the source is named {@code agreed}.
     *
     * @param text sentences in the order in which they were published
     * @param gold the sources to learn from
     * @param training makes a model of sources
     */
    public static Source of(List<List<String>> text, List<Source> gold, Function<List<Source>, TaggerModel> training) {
        NameTagger one = new NameTagger(training.apply(half(gold, 0)));
        NameTagger other = new NameTagger(training.apply(half(gold, 1)));
        List<TaggedDocument> documents = new ArrayList<>();
        int tokens = 0;
        for (int start = 0; start < text.size() && tokens < MOST_TOKENS; start += READ_OF * GoldFile.WINDOW) {
            List<TaggedSentence> agreed =
                    agreed(text.subList(start, Math.min(text.size(), start + GoldFile.WINDOW)), one, other);
            if (!agreed.isEmpty()) {
                documents.add(new TaggedDocument(agreed));
            }
            tokens += agreed.stream().mapToInt(s -> s.words().size()).sum();
        }
        return new Source("agreed", documents, true, 1);
    }

    private static List<Source> half(List<Source> gold, int half) {
        List<Source> sources = new ArrayList<>();
        for (Source source : gold) {
            List<TaggedDocument> documents = new ArrayList<>();
            for (int i = half; i < source.documents().size(); i += HALVES) {
                documents.add(source.documents().get(i));
            }
            sources.add(source.with(documents));
        }
        return sources;
    }

    private static List<TaggedSentence> agreed(List<List<String>> sentences, NameTagger one, NameTagger other) {
        List<List<String>> tags = one.tagBio(sentences);
        List<List<String>> otherTags = other.tagBio(sentences);
        List<TaggedSentence> agreed = new ArrayList<>();
        for (int s = 0; s < tags.size(); s++) {
            if (tags.get(s).equals(otherTags.get(s)) && tags.get(s).stream().anyMatch(tag -> !tag.equals("O"))) {
                agreed.add(new TaggedSentence(sentences.get(s), tags.get(s)));
            }
        }
        return agreed;
    }
}
