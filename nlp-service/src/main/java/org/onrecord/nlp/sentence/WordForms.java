package org.onrecord.nlp.sentence;

import java.util.List;

import org.onrecord.nlp.document.Token;

/**
 * Turns the pieces of the web treebank into the words of news corpora: hyphenated compounds are one word
 * ("second-largest") unless a name would hide in them ("al Qaeda-inspired", "US-Iranian"), and possessives and
 * contractions are two ("Iraq" "’s", "do" "n’t").
 */
final class WordForms {
    private WordForms() {}

    static void add(String text, List<Stretch> pieces, String[] universalTags, List<Token> tokens) {
        PennTags penn = new PennTags(tokens, tokens.size());
        int i = 0;
        while (i < pieces.size()) {
            int last = i;
            while (last + 1 < pieces.size()
                    && (joinedByHyphen(text, pieces.get(last), pieces.get(last + 1))
                            || last + 2 < pieces.size()
                                    && isAbbreviation(text, pieces.get(last), pieces.get(last + 1)))) {
                last++;
            }
            addCompound(
                    text,
                    pieces.get(i).start(),
                    pieces.get(last).end(),
                    universalTags[i],
                    headTag(text, pieces, universalTags, i, last),
                    penn);
            i = last + 1;
        }
    }

    private static boolean joinedByHyphen(String text, Stretch left, Stretch right) {
        if (left.end() != right.start()) {
            return false;
        }
        boolean hyphenLeft = isHyphen(text.charAt(left.end() - 1))
                && !(left.end() - left.start() > 1 && isHyphen(text.charAt(left.start())));
        boolean hyphenRight = isHyphen(text.charAt(right.start()));
        return (hyphenLeft || hyphenRight)
                && isWordCharacter(text, hyphenLeft ? left.end() - 2 : left.end() - 1)
                && (hyphenLeft ? isWordCharacter(text, right.start()) : right.start() + 1 < text.length());
    }

    /** "Adm" and its full stop are one word; at the end of a sentence the full stop is a word of its own. */
    private static boolean isAbbreviation(String text, Stretch word, Stretch stop) {
        return word.end() == stop.start()
                && stop.end() - stop.start() == 1
                && text.charAt(stop.start()) == '.'
                && Abbreviations.isAbbreviation(text.substring(word.start(), word.end()));
    }

    private static boolean isWordCharacter(String text, int at) {
        return at >= 0 && Character.isLetterOrDigit(text.charAt(at));
    }

    static boolean isHyphen(char c) {
        return c == '-' || c == '\u2010' || c == '\u2011';
    }

    private static String headTag(String text, List<Stretch> pieces, String[] tags, int first, int last) {
        if (first < last && text.charAt(pieces.get(last).start()) == '.') {
            return Character.isUpperCase(text.charAt(pieces.get(first).start())) ? "PROPN" : tags[first];
        }
        for (int i = last; i > first; i--) {
            if (!tags[i].equals("PUNCT")) {
                return tags[i];
            }
        }
        return first == last ? tags[first] : "ADJ";
    }

    private static void addCompound(String text, int start, int end, String firstTag, String headTag, PennTags penn) {
        int hyphen = Compounds.splitAt(text, start, end);
        if (hyphen < 0) {
            addWord(text, start, end, headTag, penn);
        } else {
            addWord(text, start, hyphen, firstTag, penn);
            penn.add(text, hyphen, hyphen + 1, "PUNCT");
            addCompound(text, hyphen + 1, end, headTag, headTag, penn);
        }
    }

    private static void addWord(String text, int start, int end, String tag, PennTags penn) {
        int clitic = Clitics.splitAt(text, start, end);
        int plus = tag.indexOf('+');
        if (clitic < 0) {
            penn.add(text, start, end, plus < 0 ? tag : tag.substring(0, plus));
        } else {
            penn.add(
                    text, start, clitic, plus < 0 ? Clitics.baseTag(text, start, clitic, tag) : tag.substring(0, plus));
            penn.add(text, clitic, end, plus < 0 ? "PART" : tag.substring(plus + 1));
        }
    }
}
