package org.onrecord.nlp.quote.reading;

import java.util.Set;

import org.onrecord.nlp.document.Token;

/**
 * What a word does in its sentence. Coarser than the tagger's tags, and corrected by closed word lists, so that the
 * constructions do not hang on its finer mistakes.
 */
public enum WordClass {
    NAME,
    NOUN,
    PRONOUN,
    DETERMINER,
    ADJECTIVE,
    NUMBER,
    VERB,
    AUXILIARY,
    GERUND,
    TO,
    ADVERB,
    PREPOSITION,
    SUBORDINATOR,
    COORDINATOR,
    RELATIVE,
    POSSESSIVE,
    COMMA,
    COLON,
    DASH,
    SEMICOLON,
    STOP,
    QUOTE,
    OPEN_BRACKET,
    CLOSE_BRACKET,
    OTHER;

    private static final Set<String> PRONOUNS = Set.of(
            "i",
            "you",
            "he",
            "she",
            "it",
            "we",
            "they",
            "him",
            "her",
            "them",
            "me",
            "us",
            "himself",
            "herself",
            "itself",
            "themselves",
            "everyone",
            "everybody",
            "someone",
            "somebody",
            "nobody",
            "anyone",
            "none",
            "others");
    private static final Set<String> AUXILIARIES = Set.of(
            "is",
            "are",
            "was",
            "were",
            "be",
            "been",
            "being",
            "am",
            "has",
            "have",
            "had",
            "do",
            "does",
            "did",
            "will",
            "would",
            "can",
            "could",
            "may",
            "might",
            "shall",
            "should",
            "must",
            "’s",
            "'s",
            "’re",
            "'re",
            "’ve",
            "'ve",
            "’ll",
            "'ll",
            "’d",
            "'d",
            "’m",
            "'m",
            "ca",
            "wo",
            "isn't",
            "isn’t",
            "aren't",
            "aren’t",
            "wasn't",
            "wasn’t",
            "weren't",
            "weren’t",
            "hasn't",
            "hasn’t",
            "haven't",
            "haven’t",
            "hadn't",
            "hadn’t",
            "don't",
            "don’t",
            "doesn't",
            "doesn’t",
            "didn't",
            "didn’t",
            "won't",
            "won’t",
            "wouldn't",
            "wouldn’t",
            "can't",
            "can’t",
            "couldn't",
            "couldn’t",
            "shouldn't",
            "shouldn’t",
            "cannot");
    private static final Set<String> PREPOSITIONS = Set.of(
            "of",
            "in",
            "on",
            "at",
            "by",
            "for",
            "from",
            "with",
            "without",
            "about",
            "against",
            "between",
            "into",
            "through",
            "during",
            "under",
            "over",
            "among",
            "across",
            "toward",
            "towards",
            "upon",
            "within",
            "via",
            "amid",
            "behind",
            "beyond",
            "despite",
            "throughout",
            "per",
            "versus",
            "near");
    private static final Set<String> SUBORDINATORS = Set.of(
            "that",
            "if",
            "whether",
            "because",
            "although",
            "though",
            "while",
            "when",
            "after",
            "before",
            "since",
            "as",
            "until",
            "unless",
            "once",
            "whereas",
            "than",
            "lest");
    private static final Set<String> RELATIVES =
            Set.of("who", "which", "whom", "whose", "where", "what", "why", "how", "whoever", "whatever");
    private static final Set<String> COORDINATORS = Set.of("and", "but", "or", "nor", "yet", "&");
    private static final Set<String> DETERMINERS = Set.of(
            "the", "a", "an", "this", "these", "those", "some", "any", "every", "each", "no", "another", "all", "both",
            "his", "her", "its", "their", "my", "our", "your", "several", "many", "most", "few", "one");

    public boolean isNominal() {
        return this == NAME || this == NOUN || this == PRONOUN;
    }

    public boolean isVerbal() {
        return this == VERB || this == AUXILIARY || this == GERUND;
    }

    public static WordClass of(Token token, String lower, String following) {
        String tag = token.tag();
        return switch (lower) {
            case "," -> COMMA;
            case ":" -> COLON;
            case ";" -> SEMICOLON;
            case "-", "--", "–", "—", "―" -> DASH;
            case ".", "?", "!", "…", "..." -> STOP;
            case "“", "”", "\"", "''", "``", "«", "»", "„", "‘‘", "’’" -> QUOTE;
            case "(", "[" -> OPEN_BRACKET;
            case ")", "]" -> CLOSE_BRACKET;
            case "to" -> TO;
            case "ii", "iii", "iv", "jr", "jr.", "sr", "sr." -> NAME;
            case "her" -> tag.equals("PRP") ? PRONOUN : DETERMINER;
            case "that", "this", "these", "those" -> demonstrative(lower, tag, following);
            case "’s", "'s", "'", "’" -> tag.startsWith("V") || tag.equals("MD") ? AUXILIARY : POSSESSIVE;
            default -> open(lower, tag);
        };
    }

    private static WordClass demonstrative(String lower, String tag, String following) {
        if (lower.equals("that")) {
            return SUBORDINATOR;
        }
        return tag.startsWith("PRP") || AUXILIARIES.contains(following) ? PRONOUN : DETERMINER;
    }

    /** "court-released", but not "re-elected". */
    private static boolean isCompound(String lower) {
        return lower.indexOf('-') > 3;
    }

    /** "UCL astronomer Ann Lee": the tagger takes rare nouns of trades for prepositions. */
    private static boolean isAgent(String lower) {
        return lower.length() > 6
                && (lower.endsWith("er") || lower.endsWith("or") || lower.endsWith("ist"))
                && !lower.endsWith("ever")
                && !lower.endsWith("gether");
    }

    private static WordClass open(String lower, String tag) {
        if (PRONOUNS.contains(lower)) {
            return PRONOUN;
        }
        if (AUXILIARIES.contains(lower)) {
            return tag.startsWith("NNP") ? NAME : AUXILIARY;
        }
        if (COORDINATORS.contains(lower)) {
            return COORDINATOR;
        }
        if (RELATIVES.contains(lower)) {
            return RELATIVE;
        }
        if (DETERMINERS.contains(lower)) {
            return DETERMINER;
        }
        if (PREPOSITIONS.contains(lower)) {
            return PREPOSITION;
        }
        if (SUBORDINATORS.contains(lower)) {
            return SUBORDINATOR;
        }
        if (tag.startsWith("NNP")) {
            return NAME;
        }
        if (tag.startsWith("NN")) {
            return NOUN;
        }
        return switch (tag) {
            case "VBG" -> GERUND;
            case "VBD", "VBN" -> isCompound(lower) ? ADJECTIVE : VERB;
            case "VB", "VBZ", "VBP" -> VERB;
            case "MD" -> AUXILIARY;
            case "PRP", "EX" -> PRONOUN;
            case "PRP$", "DT", "PDT" -> DETERMINER;
            case "JJ", "JJR", "JJS" -> ADJECTIVE;
            case "CD" -> NUMBER;
            case "RB", "RBR", "RBS", "RP", "UH" -> ADVERB;
            case "IN" -> isAgent(lower) ? NOUN : PREPOSITION;
            case "CC" -> COORDINATOR;
            case "WP", "WDT", "WRB", "WP$" -> RELATIVE;
            case "POS" -> POSSESSIVE;
            default -> OTHER;
        };
    }
}
