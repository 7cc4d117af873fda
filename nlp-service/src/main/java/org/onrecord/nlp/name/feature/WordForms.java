package org.onrecord.nlp.name.feature;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.onrecord.nlp.name.lexicon.Hash;
import org.onrecord.nlp.name.lexicon.Lexicon;

/** The words of one document as the features see them; each distinct word is looked at once. Not thread-safe. */
public final class WordForms {
    private static final int SHORTEST_SHOUT = 2;
    private static final int SHORTEST_IN_TITLE = 4;

    private final Lexicon lexicon;
    private final Map<String, WordForm> forms = new HashMap<>();
    private int sentences;

    public WordForms(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** The next sentence of the document. */
    public SentenceForms of(List<String> sentence) {
        sentences++;
        boolean shouted = isShouted(sentence);
        WordForm[] words = new WordForm[sentence.size()];
        for (int i = 0; i < words.length; i++) {
            String word = sentence.get(i);
            words[i] = form(shouted ? quieter(word) : word);
        }
        boolean titled = !shouted && isTitled(words);
        for (int i = 0; i < words.length && titled; i++) {
            if (words[i].usage == Lexicon.Usage.LOWER) {
                words[i] = form(sentence.get(i).toLowerCase(Locale.ROOT));
            }
        }
        return new SentenceForms(words, shouted, titled);
    }

    private WordForm form(String word) {
        WordForm known = forms.get(word);
        if (known == null) {
            known = new WordForm(word, lexicon);
            forms.put(word, known);
        }
        return known;
    }

    /** Whether a sentence has words of two letters and more, and all of them in capitals ("JAPAN GET LUCKY WIN"). */
    private static boolean isShouted(List<String> sentence) {
        int words = 0;
        for (String word : sentence) {
            boolean hasLower = false;
            int letters = 0;
            for (int i = 0; i < word.length(); i++) {
                char c = word.charAt(i);
                hasLower |= Character.isLowerCase(c);
                letters += Character.isUpperCase(c) ? 1 : 0;
            }
            if (hasLower) {
                return false;
            }
            words += letters > 1 ? 1 : 0;
        }
        return words >= SHORTEST_SHOUT;
    }

    /**
     * Whether nearly all longer words are capitalised, among them some that mostly are not ("House Passes Budget Bill"). Within
     * a document such a sentence is more often a row of names, unless short words are capitalised as well ("To Head").
     */
    private boolean isTitled(WordForm[] words) {
        int capitalised = 0;
        int lower = 0;
        int unusual = 0;
        boolean shortOnes = false;
        for (int i = 0; i < words.length; i++) {
            WordForm word = words[i];
            if (!word.word) {
                continue;
            }
            boolean unusually = word.capitalised && word.usage == Lexicon.Usage.LOWER;
            if (word.length >= SHORTEST_IN_TITLE) {
                capitalised += word.capitalised ? 1 : 0;
                lower += word.capitalised ? 0 : 1;
                unusual += unusually ? 1 : 0;
            } else {
                shortOnes |= unusually && i > 0 && word.length > 1;
            }
        }
        return unusual >= 2 && capitalised >= 4 * lower && (sentences == 1 || shortOnes);
    }

    /** The word as it would be written in a sentence that is not in capitals. */
    private String quieter(String word) {
        if (word.length() < 2 || !Character.isLetter(word.charAt(0))) {
            return word;
        }
        return switch (lexicon.usage(Hash.lower(word))) {
            case Lexicon.Usage.LOWER, Lexicon.Usage.MIXED -> word.toLowerCase(Locale.ROOT);
            case Lexicon.Usage.CAPITALS -> word;
            default -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
        };
    }
}
