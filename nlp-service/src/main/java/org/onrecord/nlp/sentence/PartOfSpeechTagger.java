package org.onrecord.nlp.sentence;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.postag.POSModel;
import opennlp.tools.util.StringUtil;
import opennlp.tools.util.featuregen.FeatureGeneratorUtil;

/**
 * Tags words with a model of OpenNLP's as its own tagger does, in a fraction of the time. That one follows three hypotheses and asks the
 * model for each; but it keeps the features of a word from the first time they are made, with the tags of the best hypothesis, so that
 * all three go on alike and the best stays the best. So here one hypothesis is followed, and what the model knows of a word is looked up
 * once, not once for each place it is seen from. Reads models of OpenNLP's default features, which it names as they do.
 *
 * <p>Thread-safe. Time grows linearly with the words.
 */
final class PartOfSpeechTagger {

    /** Of the model, within its file. */
    private static final String WEIGHTS = "pos.model";

    private static final int LONGEST_AFFIX = 4;

    /** The names of a word by its place: the one that is tagged, one and two before it, one and two behind it. */
    private static final List<String> PLACES = List.of("w", "p1w", "p2w", "n1w", "n2w");

    /** In the order of OpenNLP, so that sums are the same to the last digit. */
    private static final int[] OFFSETS = {0, -1, -2, 1, 2};

    /** By how many words stand before. */
    private static final List<String> BEGINNINGS = List.of("S=begin", "p1S=begin", "p2S=begin");

    private final String[] tags;
    /** What holds for every word. */
    private final double[] prior;

    private final Map<String, Word> words = new HashMap<>();
    private final Map<String, Context> suffixes = new HashMap<>();
    private final Map<String, Context> prefixes = new HashMap<>();
    private final Map<String, Context> shapes = new HashMap<>();
    private final @Nullable Context[] beginnings;
    private final @Nullable Context[] afterOne;
    private final @Nullable Context[][] afterTwo;

    /** What the model knows of a word in lower case: by its place, and by the shape it is written in. */
    private record Word(@Nullable Context[] places, Map<String, Context> shapes) {
        static final Word UNKNOWN = new Word(new Context[OFFSETS.length], Map.of());
    }

    /** @throws IllegalArgumentException if it is no model of weights */
    PartOfSpeechTagger(POSModel model) {
        if (!(model.getArtifact(WEIGHTS) instanceof AbstractModel weights)) {
            throw new IllegalArgumentException("This model of parts of speech has no weights");
        }
        Object[] structures = weights.getDataStructures();
        Map<?, ?> features = (Map<?, ?>) structures[1];
        features.forEach((name, context) -> keep((String) name, (Context) context));
        tags = (String[]) structures[2];
        prior = new double[tags.length];
        Arrays.fill(prior, StrictMath.log(1.0 / tags.length));
        add((Context) features.get("def"), prior);
        beginnings = BEGINNINGS.stream().map(features::get).toArray(Context[]::new);
        afterOne = Arrays.stream(tags).map(tag -> features.get("t=" + tag)).toArray(Context[]::new);
        afterTwo = Arrays.stream(tags)
                .map(first -> Arrays.stream(tags)
                        .map(second -> features.get("t2=" + first + "," + second))
                        .toArray(Context[]::new))
                .toArray(Context[][]::new);
    }

    private void keep(String name, Context context) {
        int at = name.indexOf('=');
        if (at < 0) {
            return;
        }
        String kind = name.substring(0, at);
        String value = name.substring(at + 1);
        switch (kind) {
            case "suf" -> suffixes.put(value, context);
            case "pre" -> prefixes.put(value, context);
            case "wc" -> shapes.put(value, context);
            case "w&c" -> {
                int comma = value.lastIndexOf(',');
                word(value.substring(0, comma)).shapes().put(value.substring(comma + 1), context);
            }
            default -> {
                int place = PLACES.indexOf(kind);
                if (place >= 0) {
                    word(value).places()[place] = context;
                }
            }
        }
    }

    private Word word(String lowerCase) {
        return words.computeIfAbsent(lowerCase, any -> new Word(new Context[OFFSETS.length], new HashMap<>(2)));
    }

    /** @return a part of speech for each word of a sentence */
    String[] tag(String[] sentence) {
        Word[] known = new Word[sentence.length];
        for (int i = 0; i < sentence.length; i++) {
            known[i] = words.getOrDefault(StringUtil.toLowerCase(sentence[i]), Word.UNKNOWN);
        }
        String[] tagged = new String[sentence.length];
        double[] sums = new double[tags.length];
        int last = -1;
        int beforeLast = -1;
        for (int i = 0; i < sentence.length; i++) {
            System.arraycopy(prior, 0, sums, 0, sums.length);
            addWord(sentence, known, i, sums);
            if (last >= 0) {
                add(afterOne[last], sums);
            }
            if (beforeLast >= 0) {
                add(afterTwo[beforeLast][last], sums);
            }
            beforeLast = last;
            last = best(sums);
            tagged[i] = tags[last];
        }
        return tagged;
    }

    private void addWord(String[] sentence, Word[] known, int i, double[] sums) {
        String word = sentence[i];
        for (int length = 1; length <= Math.min(LONGEST_AFFIX, word.length()); length++) {
            add(suffixes.get(word.substring(word.length() - length)), sums);
        }
        for (int length = 1; length <= Math.min(LONGEST_AFFIX, word.length()); length++) {
            add(prefixes.get(word.substring(0, length)), sums);
        }
        for (int place = 0; place < OFFSETS.length; place++) {
            int at = i + OFFSETS[place];
            if (at >= 0 && at < known.length) {
                add(known[at].places()[place], sums);
            }
        }
        if (i < beginnings.length) {
            add(beginnings[i], sums);
        }
        String shape = shape(word);
        add(shapes.get(shape), sums);
        add(known[i].shapes().get(shape), sums);
    }

    /** As {@link FeatureGeneratorUtil} names it, which looks closer than most words need. */
    private static String shape(String word) {
        boolean plain = !word.isEmpty();
        for (int i = 1; i < word.length() && plain; i++) {
            plain = isBetween('a', word.charAt(i), 'z');
        }
        if (plain && isBetween('a', word.charAt(0), 'z')) {
            return "lc";
        }
        if (plain && isBetween('A', word.charAt(0), 'Z')) {
            return word.length() == 1 ? "sc" : "ic";
        }
        return FeatureGeneratorUtil.tokenFeature(word);
    }

    private static boolean isBetween(char first, char character, char last) {
        return first <= character && character <= last;
    }

    private static void add(@Nullable Context context, double[] sums) {
        if (context == null) {
            return;
        }
        int[] outcomes = context.getOutcomes();
        double[] weights = context.getParameters();
        for (int i = 0; i < outcomes.length; i++) {
            sums[outcomes[i]] += weights[i];
        }
    }

    private static int best(double[] sums) {
        int best = 0;
        for (int i = 1; i < sums.length; i++) {
            if (sums[i] > sums[best]) {
                best = i;
            }
        }
        return best;
    }
}
