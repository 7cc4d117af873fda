package org.onrecord.nlp.sentence;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.onrecord.nlp.document.Token;

/**
 * Gives each word its Penn Treebank tag. Apache's model knows only the seventeen universal tags; the finer ones follow
 * from the word's form and from what stands before it.
 */
final class PennTags {
    private static final Map<String, String> CLOSED = Map.ofEntries(
            Map.entry("PROPN", "NNP"),
            Map.entry("ADP", "IN"),
            Map.entry("SCONJ", "IN"),
            Map.entry("CCONJ", "CC"),
            Map.entry("NUM", "CD"),
            Map.entry("INTJ", "UH"),
            Map.entry("SYM", "SYM"),
            Map.entry("X", "FW"));
    private static final Map<String, String> MARKS = Map.ofEntries(
            Map.entry(".", "."),
            Map.entry("?", "."),
            Map.entry("!", "."),
            Map.entry(",", ","),
            Map.entry("(", "-LRB-"),
            Map.entry("[", "-LRB-"),
            Map.entry("{", "-LRB-"),
            Map.entry(")", "-RRB-"),
            Map.entry("]", "-RRB-"),
            Map.entry("}", "-RRB-"),
            Map.entry("-", "HYPH"),
            Map.entry("$", "$"),
            Map.entry("\u20AC", "$"),
            Map.entry("\u00A3", "$"),
            Map.entry("\u201D", "''"),
            Map.entry("\u2019", "''"),
            Map.entry("'", "''"),
            Map.entry("\u201C", "``"),
            Map.entry("\u2018", "``"),
            Map.entry("#", "#"),
            Map.entry("%", "NN"));
    private static final Set<String> MODALS = Set.of(
            "can", "could", "may", "might", "must", "shall", "should", "will", "would", "ca", "wo", "'ll", "ought");
    private static final Set<String> PAST = Set.of(
            "said",
            "told",
            "was",
            "were",
            "had",
            "did",
            "went",
            "came",
            "made",
            "took",
            "gave",
            "saw",
            "knew",
            "thought",
            "found",
            "left",
            "felt",
            "kept",
            "held",
            "brought",
            "began",
            "wrote",
            "stood",
            "heard",
            "meant",
            "met",
            "ran",
            "paid",
            "sat",
            "spoke",
            "led",
            "grew",
            "lost",
            "fell",
            "sent",
            "built",
            "understood",
            "drew",
            "broke",
            "spent",
            "rose",
            "drove",
            "bought",
            "wore",
            "chose",
            "got",
            "became",
            "won",
            "shot",
            "fought",
            "taught",
            "caught",
            "swore",
            "withdrew",
            "overthrew",
            "struck",
            "laid",
            "sold",
            "sought");
    private static final Set<String> PARTICIPLES = Set.of(
            "been",
            "done",
            "gone",
            "taken",
            "given",
            "seen",
            "known",
            "begun",
            "written",
            "spoken",
            "grown",
            "fallen",
            "drawn",
            "broken",
            "risen",
            "driven",
            "worn",
            "chosen",
            "become",
            "come",
            "run",
            "shown",
            "sworn",
            "beaten",
            "eaten",
            "hidden",
            "forbidden",
            "thrown",
            "stolen",
            "frozen",
            "withdrawn",
            "overthrown",
            "born");
    private static final Set<String> HAVE = Set.of("have", "has", "had", "having", "'ve");
    private static final Set<String> BE =
            Set.of("be", "is", "are", "was", "were", "been", "being", "'s", "'re", "'m", "am");
    private static final Set<String> THIRD_PERSON = Set.of("is", "has", "does", "'s");
    private static final Set<String> POSSESSIVES = Set.of("my", "your", "his", "her", "its", "our", "their");
    private static final Set<String> WH_WORDS = Set.of("which", "what", "whatever", "whichever");
    private static final Set<String> WH_PRONOUNS = Set.of("who", "whom", "whoever");
    private static final Set<String> WH_ADVERBS = Set.of("when", "where", "why", "how");

    private final List<Token> tokens;
    private final int sentenceStart;

    /** @param sentenceStart size of the list when the sentence begins; context is not taken from before it */
    PennTags(List<Token> tokens, int sentenceStart) {
        this.tokens = tokens;
        this.sentenceStart = sentenceStart;
    }

    void add(String text, int start, int end, String universal) {
        String surface = text.substring(start, end);
        tokens.add(new Token(start, end, surface, tag(surface, universal)));
    }

    private String tag(String surface, String universal) {
        if (!Character.isLetterOrDigit(surface.codePointAt(0))
                && !Character.isLetterOrDigit(surface.codePointBefore(surface.length()))) {
            return mark(surface, universal);
        }
        String word = surface.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
        return switch (universal) {
            case "NOUN", "PUNCT" -> noun(word);
            case "VERB" -> verb(word);
            case "AUX" -> MODALS.contains(word) ? "MD" : verb(word);
            case "ADJ" -> word.endsWith("est") ? "JJS" : word.length() > 4 && word.endsWith("er") ? "JJR" : "JJ";
            case "ADV" -> WH_ADVERBS.contains(word) ? "WRB" : "RB";
            case "PRON" -> pronoun(word);
            case "DET" -> WH_WORDS.contains(word) ? "WDT" : POSSESSIVES.contains(word) ? "PRP$" : "DT";
            case "PART" -> particle(word);
            case "ADP" -> word.equals("to") ? "TO" : "IN";
            default -> CLOSED.getOrDefault(universal, "NN");
        };
    }

    private static String mark(String surface, String universal) {
        if (surface.equals("\"")) {
            return "''";
        }
        String known = MARKS.get(surface);
        if (known != null && universal.equals("PART") && known.equals("''")) {
            return "POS";
        }
        return known != null ? known : ":";
    }

    private static String noun(String word) {
        boolean plural = word.length() > 3
                && word.endsWith("s")
                && !word.endsWith("ss")
                && !word.endsWith("us")
                && !word.endsWith("is");
        return plural || word.equals("people") || word.equals("men") || word.equals("women") || word.equals("children")
                ? "NNS"
                : "NN";
    }

    private String verb(String word) {
        if (word.endsWith("ing") && word.length() > 4) {
            return "VBG";
        }
        boolean participle = PARTICIPLES.contains(word);
        boolean past = PAST.contains(word)
                || word.length() > 3 && word.endsWith("ed") && !word.endsWith("eed")
                || word.equals("'d");
        if (past || participle) {
            boolean perfectOrPassive = precededBy(HAVE) || precededBy(BE);
            return perfectOrPassive || participle ? "VBN" : "VBD";
        }
        if (THIRD_PERSON.contains(word)) {
            return "VBZ";
        }
        if (infinitive()) {
            return "VB";
        }
        return word.endsWith("s") && !word.endsWith("ss") && word.length() > 2
                ? "VBZ"
                : word.equals("be") ? "VB" : "VBP";
    }

    /** Whether the nearest word before, adverbs and negations aside, is one of these. */
    private boolean precededBy(Set<String> words) {
        int i = lastBeforeAdverbs();
        return i >= sentenceStart
                && words.contains(tokens.get(i).text().toLowerCase(Locale.ROOT).replace('\u2019', '\''));
    }

    private boolean infinitive() {
        int i = lastBeforeAdverbs();
        return i >= sentenceStart
                && (tokens.get(i).tag().equals("TO") || tokens.get(i).tag().equals("MD"));
    }

    private int lastBeforeAdverbs() {
        int i = tokens.size() - 1;
        while (i >= sentenceStart && tokens.get(i).tag().equals("RB")) {
            i--;
        }
        return i;
    }

    private static String pronoun(String word) {
        if (POSSESSIVES.contains(word)) {
            return "PRP$";
        }
        if (word.equals("whose")) {
            return "WP$";
        }
        if (WH_PRONOUNS.contains(word) || word.equals("what")) {
            return "WP";
        }
        return switch (word) {
            case "which" -> "WDT";
            case "this", "that", "these", "those" -> "DT";
            case "there" -> "EX";
            default -> word.endsWith("one") || word.endsWith("thing") || word.endsWith("body") ? "NN" : "PRP";
        };
    }

    private static String particle(String word) {
        return switch (word) {
            case "to" -> "TO";
            case "not", "n't" -> "RB";
            case "'s", "'" -> "POS";
            default -> "RP";
        };
    }
}
