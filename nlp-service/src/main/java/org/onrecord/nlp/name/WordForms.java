package org.onrecord.nlp.name;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The words of one document as the features see them; each distinct word is looked at once. Not thread-safe. */
public final class WordForms {
    private static final int SHORTEST_SHOUT = 2;

    private final Lexicon lexicon;
    private final Map<String, WordForm> forms = new HashMap<>();

    public WordForms(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    public SentenceForms of(List<String> sentence) {
        boolean shouted = isShouted(sentence);
        WordForm[] words = new WordForm[sentence.size()];
        for (int i = 0; i < words.length; i++) {
            String word = sentence.get(i);
            words[i] = form(shouted ? quieter(word) : word);
        }
        return new SentenceForms(words, shouted);
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
