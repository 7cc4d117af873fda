package org.onrecord.nlp.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.onrecord.nlp.name.label.Labels;
import org.onrecord.nlp.name.label.TaggedName;

/**
 * Reads "U . S .", "Emmett S . Davis" and "Mr . Lee" as "U.S.", "Emmett S. Davis" and "Mr. Lee": some tokenizers, and some
 * transcripts, set the full stop apart.
 */
final class SpacedInitials {
    private static final Set<String> SHORTENED =
            Set.of("Mr", "Mrs", "Ms", "Dr", "St", "Sen", "Rep", "Gov", "Gen", "Lt", "Col", "Capt", "Sgt", "Prof");

    private final List<String> words;
    /** First token of each word, and the number of tokens behind the last; null where nothing was joined. */
    private final int[] starts;

    private SpacedInitials(List<String> words, int[] starts) {
        this.words = words;
        this.starts = starts;
    }

    static SpacedInitials join(List<String> tokens) {
        if (!tokens.contains(".")) {
            return new SpacedInitials(tokens, null);
        }
        List<String> words = new ArrayList<>(tokens.size());
        int[] starts = new int[tokens.size() + 1];
        int i = 0;
        while (i < tokens.size()) {
            int end = end(tokens, i);
            starts[words.size()] = i;
            words.add(end == i + 1 ? tokens.get(i) : String.join("", tokens.subList(i, end)));
            i = end;
        }
        starts[words.size()] = i;
        return words.size() == tokens.size() ? new SpacedInitials(tokens, null) : new SpacedInitials(words, starts);
    }

    private static int end(List<String> tokens, int i) {
        int end = i;
        while (isInitial(tokens, end)) {
            end += 2;
        }
        boolean several = end - i > 2;
        boolean within = end == i + 2 && i > 0 && isCapitalised(tokens, i - 1) && isCapitalised(tokens, end);
        boolean first = end == i + 2 && isCapitalised(tokens, end) && i == 0;
        boolean title = SHORTENED.contains(tokens.get(i)) && isStop(tokens, i + 1) && isCapitalised(tokens, i + 2);
        return several || within || first ? end : title ? i + 2 : i + 1;
    }

    private static boolean isInitial(List<String> tokens, int i) {
        return i < tokens.size()
                && tokens.get(i).length() == 1
                && Character.isUpperCase(tokens.get(i).charAt(0))
                && isStop(tokens, i + 1);
    }

    private static boolean isStop(List<String> tokens, int i) {
        return i < tokens.size() && tokens.get(i).equals(".");
    }

    private static boolean isCapitalised(List<String> tokens, int i) {
        return i < tokens.size() && Character.isUpperCase(tokens.get(i).charAt(0));
    }

    /** The sentence with joined words. */
    List<String> words() {
        return words;
    }

    /** The labels of the tokens, from those of the words. */
    int[] spread(int[] labels) {
        if (starts == null) {
            return labels;
        }
        int[] spread = new int[starts[words.size()]];
        for (TaggedName name : Labels.names(labels)) {
            Labels.mark(spread, starts[name.start()], starts[name.end()], name.type());
        }
        return spread;
    }
}
