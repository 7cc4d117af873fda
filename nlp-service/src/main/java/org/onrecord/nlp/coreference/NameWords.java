package org.onrecord.nlp.coreference;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.onrecord.contracts.EntityType;

/** The words of a name as they are compared. */
final class NameWords {
    private static final Set<String> SUFFIXES =
            Set.of("jr", "sr", "ii", "iii", "iv", "phd", "md", "mp", "td", "qc", "kc");
    private static final Set<String> ARTICLES = Set.of("al-", "el-", "ul-", "as-", "ar-", "an-", "ash-", "az-");

    /** In UTF-16 units. Longer ones are no words, and the normalisation of accents upon accents takes time by their square. */
    private static final int LONGEST_WORD = 200;

    private NameWords() {}

    /** The words of a name in lower case; never empty. */
    static List<String> of(String surface, EntityType type) {
        List<String> words = new ArrayList<>();
        for (String part : surface.split("[\\s\\u00A0]+")) {
            String word = word(part);
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        if (words.size() > 1 && words.get(0).equals("the")) {
            words.remove(0);
        }
        while (type == EntityType.PERSON && words.size() > 1 && SUFFIXES.contains(words.get(words.size() - 1))) {
            words.remove(words.size() - 1);
        }
        if (words.isEmpty()) {
            words.add(surface);
        }
        return List.copyOf(words);
    }

    private static String word(String part) {
        String word = part.toLowerCase(Locale.ROOT)
                .replace(".", "")
                .replace(",", "")
                .replace("(", "")
                .replace(")", "")
                .replace('\u2019', '\'')
                .replace('\u2010', '-')
                .replace('\u2011', '-');
        word = withoutAccents(word);
        for (String article : ARTICLES) {
            if (word.startsWith(article) && word.length() > article.length()) {
                return word.substring(article.length());
            }
        }
        return word;
    }

    /** "Brudziński" and "Brudzinski" are one: newsrooms keep or drop the marks, often within an article. */
    private static String withoutAccents(String word) {
        if (word.length() > LONGEST_WORD || word.chars().allMatch(c -> c < 128)) {
            return word;
        }
        StringBuilder plain = new StringBuilder(word.length());
        String bare = word.replace('\u0142', 'l')
                .replace('\u00F8', 'o')
                .replace('\u0111', 'd')
                .replace('\u0131', 'i');
        Normalizer.normalize(bare, Normalizer.Form.NFD)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(plain::appendCodePoint);
        return plain.isEmpty() ? word : plain.toString();
    }
}
