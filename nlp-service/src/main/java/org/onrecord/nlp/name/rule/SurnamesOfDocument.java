package org.onrecord.nlp.name.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.onrecord.nlp.name.feature.SentenceForms;
import org.onrecord.nlp.name.feature.WordForm;
import org.onrecord.nlp.name.label.Labels;
import org.onrecord.nlp.name.label.TaggedName;
import org.onrecord.nlp.name.lexicon.Lexicon;
import org.onrecord.nlp.name.lexicon.Lists;

/**
 * A surname that the document gives with a first name is that person's wherever it stands alone: "Kristen Wilkins" decides
 * what "Wilkins" is in the sentences where the tagger saw nothing, or another kind of name.
 */
final class SurnamesOfDocument {
    private static final int PERSON = Labels.TYPES.indexOf("PER");

    private final Map<Long, Integer> people = new HashMap<>();

    private SurnamesOfDocument() {}

    static SurnamesOfDocument of(List<SentenceForms> sentences, List<int[]> labels) {
        SurnamesOfDocument surnames = new SurnamesOfDocument();
        for (int s = 0; s < labels.size(); s++) {
            WordForm[] words = sentences.get(s).words();
            for (TaggedName name : Labels.names(labels.get(s))) {
                WordForm last = words[name.end() - 1];
                if (name.type() == PERSON && name.end() - name.start() > 1 && isSurname(last)) {
                    surnames.people.merge(last.exact, 1, Integer::sum);
                }
            }
        }
        return surnames;
    }

    /** A word that is also a place or a common word proves nothing where it stands alone. */
    private static boolean isSurname(WordForm word) {
        return word.capitalised
                && !word.capitals
                && word.usage != Lexicon.Usage.LOWER
                && word.usage != Lexicon.Usage.MIXED
                && !Lists.isKnownPlace(word.lists)
                && !Lists.isOrganisationWord(word.lists)
                && !Lists.isPlaceWord(word.lists);
    }

    void mark(List<SentenceForms> sentences, List<int[]> labels) {
        if (people.isEmpty()) {
            return;
        }
        for (int s = 0; s < labels.size(); s++) {
            WordForm[] words = sentences.get(s).words();
            int[] own = labels.get(s);
            for (int i = 0; i < own.length; i++) {
                if (people.containsKey(words[i].exact) && isAlone(words, own, i)) {
                    Labels.mark(own, i, i + 1, PERSON);
                }
            }
        }
    }

    /** Not part of a longer name, and no capitalised word beside it that may make it one. */
    private static boolean isAlone(WordForm[] words, int[] labels, int i) {
        boolean free = labels[i] == Labels.OUTSIDE || Labels.isWhole(labels[i]);
        boolean before = i > 0 && words[i - 1].capitalised && !Lists.isTitle(words[i - 1].lists) && i > 1;
        boolean after = i + 1 < words.length && words[i + 1].capitalised;
        return free && !before && !after;
    }
}
