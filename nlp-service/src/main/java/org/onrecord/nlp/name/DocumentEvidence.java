package org.onrecord.nlp.name;

import java.util.HashMap;
import java.util.Map;

import org.onrecord.nlp.name.feature.SentenceForms;
import org.onrecord.nlp.name.feature.WordForm;
import org.onrecord.nlp.name.label.Labels;
import org.onrecord.nlp.name.lexicon.Lexicon;

/**
 * What the sentences of a document say together of a word: "Belgrano" in one sentence is taken for what it is in the
 * others. Each occurrence of a capitalised word speaks for the types by how much its scores favour them.
 */
final class DocumentEvidence {
    private static final float WEIGHT = 0.2f;
    /** No single occurrence says more than this, in natural logarithms as the model's scores are. */
    private static final float LOUDEST = 15;

    private static final int TYPES = Labels.TYPES.size();

    private final Map<WordForm, float[]> sums = new HashMap<>();

    /** Notes what the scores of a sentence say of its words. */
    void note(SentenceForms sentence, float[] scores) {
        for (int i = 0; i < sentence.words().length; i++) {
            WordForm word = sentence.words()[i];
            if (speaks(word)) {
                float[] sum = sums.computeIfAbsent(word, w -> new float[TYPES + 1]);
                for (int type = 0; type < TYPES; type++) {
                    sum[type] += opinion(scores, i, type);
                }
                sum[TYPES]++;
            }
        }
    }

    /** Adds to the scores of a sentence what the other occurrences of its words say. */
    void lend(SentenceForms sentence, float[] scores) {
        for (int i = 0; i < sentence.words().length; i++) {
            float[] sum = speaks(sentence.words()[i]) ? sums.get(sentence.words()[i]) : null;
            if (sum == null || sum[TYPES] < 2) {
                continue;
            }
            float others = sum[TYPES] - 1;
            float[] own = new float[TYPES];
            for (int type = 0; type < TYPES; type++) {
                own[type] = opinion(scores, i, type);
            }
            for (int type = 0; type < TYPES; type++) {
                float lent = WEIGHT * (sum[type] - own[type]) / others;
                int first = i * Labels.COUNT + 1 + 4 * type;
                for (int position = 0; position < 4; position++) {
                    scores[first + position] += lent;
                }
            }
        }
    }

    private static boolean speaks(WordForm word) {
        return word.capitalised && word.usage != Lexicon.Usage.LOWER;
    }

    private static float opinion(float[] scores, int token, int type) {
        int first = token * Labels.COUNT + 1 + 4 * type;
        float best =
                Math.max(Math.max(scores[first], scores[first + 1]), Math.max(scores[first + 2], scores[first + 3]));
        return Math.clamp(best - scores[token * Labels.COUNT + Labels.OUTSIDE], -LOUDEST, LOUDEST);
    }
}
