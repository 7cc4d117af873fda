package org.onrecord.api.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.onrecord.chassis.problem.ProblemException;

/**
 * What somebody asks for in words, as PostgreSQL's {@code to_tsquery} takes it.
 *
 * <pre>
 * question = either { OR either }          or in small letters too
 * either   = part { [ AND ] part }         parts without a word between them must all hold
 * part     = ( NOT | - ) part | ( question ) | "a phrase" | word | beginning*
 * </pre>
 *
 * AND, OR and NOT are written in capitals: in small letters the first and the last are words like others. A phrase stands between
 * straight or typographic marks of any kind. Accents do not matter.
 */
public final class WordQuestion {

    /** Deeper than anybody thinks; each level is one of the reader's stack. */
    private static final int DEEPEST = 20;

    private static final int SHORTEST_BEGINNING = 2;

    /** What is kept of a word is its stem, which may be shorter than a long beginning: "univers" of university, universit*. */
    private static final int LONG = 5;

    private static final List<String> ENDINGS =
            List.of("", "y", "ies", "ion", "on", "n", "ing", "ng", "ed", "d", "e", "es", "s", "al", "ly", "ment");

    private static final String MARKS = "\"“”„‟«»‹›「」『』〝〞〟❝❞";

    /** Stands for what has no word: nothing between quotation marks would be an error of syntax. */
    private static final String A_STOP_WORD = "'the'";

    private static final char QUOTE = '"';

    private sealed interface Token {}

    private record Words(String text, boolean beginning) implements Token {}

    private enum Sign implements Token {
        AND,
        OR,
        NOT,
        OPEN,
        CLOSE
    }

    private final List<Token> tokens;
    private int at;

    private WordQuestion(List<Token> tokens) {
        this.tokens = tokens;
    }

    /**
     * @param question as it was asked
     * @return for {@code to_tsquery}
     * @throws ProblemException if it does not say what is asked for
     */
    public static String of(String question) {
        WordQuestion parser = new WordQuestion(tokens(Normalizer.normalize(question, Normalizer.Form.NFKC)));
        String answer = parser.either(0);
        if (parser.at < parser.tokens.size()) {
            throw refused("has a ) without its (: put a phrase with brackets in quotation marks");
        }
        return answer;
    }

    private static ProblemException refused(String why) {
        return ProblemException.invalid("q", why);
    }

    private String either(int depth) {
        if (depth > DEEPEST) {
            throw refused("must have brackets in brackets at most " + DEEPEST + " deep");
        }
        StringBuilder either = new StringBuilder(all(depth));
        while (is(Sign.OR)) {
            at++;
            either.append(" | ").append(all(depth));
        }
        return either.toString();
    }

    private String all(int depth) {
        StringBuilder all = new StringBuilder(part(depth));
        while (at < tokens.size() && !is(Sign.OR) && !is(Sign.CLOSE)) {
            if (is(Sign.AND)) {
                at++;
            }
            all.append(" & ").append(part(depth));
        }
        return all.toString();
    }

    private String part(int depth) {
        if (at == tokens.size()) {
            throw refused("must not end with AND, OR, NOT or (: put what is meant as a word in quotation marks");
        }
        Token token = tokens.get(at++);
        return switch (token) {
            case Words words -> written(words);
            case Sign sign when sign == Sign.NOT -> "!" + negated(depth);
            case Sign sign
            when sign == Sign.OPEN -> {
                String inner = either(depth + 1);
                if (!is(Sign.CLOSE)) {
                    throw refused("has a ( without its ): put a phrase with brackets in quotation marks");
                }
                at++;
                yield "(" + inner + ")";
            }
            default ->
                throw refused("has " + (token == Sign.CLOSE ? ")" : token)
                        + " where words must stand: put what is meant as a word in quotation marks");
        };
    }

    private String negated(int depth) {
        if (is(Sign.NOT)) {
            throw refused("must not say NOT twice in a row");
        }
        return part(depth);
    }

    private boolean is(Sign sign) {
        return at < tokens.size() && tokens.get(at) == sign;
    }

    /** Between its quotation marks nothing means anything to to_tsquery but these two. */
    private static String written(Words words) {
        String text = words.text();
        if (!words.beginning()) {
            return quoted(text);
        }
        String beginning = quoted(text) + ":*";
        return text.length() < LONG
                ? beginning
                : ENDINGS.stream()
                        .map(ending -> quoted(text + ending))
                        .collect(Collectors.joining(" | ", "(" + beginning + " | ", ")"));
    }

    private static String quoted(String text) {
        if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return A_STOP_WORD;
        }
        return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    private static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                at++;
            } else if (c == '(' || c == ')') {
                tokens.add(c == '(' ? Sign.OPEN : Sign.CLOSE);
                at++;
            } else if (isMark(c)) {
                int end = endOfPhrase(text, at + 1);
                tokens.add(new Words(text.substring(at + 1, end), false));
                at = end + 1;
            } else if (isMinus(c) && isBegun(text, at + 1)) {
                tokens.add(Sign.NOT);
                at++;
            } else if (c == '‘' && closing(text, at) > 0) {
                int end = closing(text, at);
                tokens.add(new Words(text.substring(at + 1, end), false));
                at = end + 1;
            } else {
                int end = endOfWord(text, at);
                addWord(tokens, text.substring(at, end));
                at = end;
            }
        }
        // In small letters it is an operator between two words alone.
        if (!tokens.isEmpty() && tokens.getLast() == Sign.OR && text.strip().endsWith("or")) {
            tokens.removeLast();
        }
        return tokens;
    }

    private static boolean isSign(Token token) {
        return token instanceof Sign sign && sign != Sign.CLOSE;
    }

    private static void addWord(List<Token> tokens, String word) {
        switch (word) {
            case "AND", "&&" -> tokens.add(Sign.AND);
            case "OR", "||" -> tokens.add(Sign.OR);
            case "or" -> tokens.add(tokens.isEmpty() || isSign(tokens.getLast()) ? words(word) : Sign.OR);
            case "NOT" -> tokens.add(Sign.NOT);
            default -> tokens.add(words(word));
        }
    }

    private static Words words(String word) {
        int star = word.indexOf('*');
        if (star < 0) {
            return new Words(word, false);
        }
        String beginning = word.substring(0, star);
        if (star < word.length() - 1
                || beginning.codePoints().filter(Character::isLetterOrDigit).count() < SHORTEST_BEGINNING
                || !beginning.codePoints().allMatch(Character::isLetterOrDigit)) {
            throw refused("must have * at the end of a word alone, behind at least " + SHORTEST_BEGINNING
                    + " letters or digits: harbo* finds harbour and harbor");
        }
        return new Words(beginning, true);
    }

    private static boolean isMark(char c) {
        return MARKS.indexOf(c) >= 0;
    }

    private static boolean isMinus(char c) {
        return c == '-' || c == '−' || c == '‐' || c == '–';
    }

    /** Whether something that can be left out begins here. */
    private static boolean isBegun(String text, int at) {
        return at < text.length()
                && (Character.isLetterOrDigit(text.codePointAt(at))
                        || text.charAt(at) == '('
                        || isMark(text.charAt(at)));
    }

    private static int endOfPhrase(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (isMark(text.charAt(i))) {
                return i;
            }
        }
        throw refused("has a quotation mark without its other: close the phrase with " + QUOTE);
    }

    /** Where the phrase ends that a single mark opens; 0 if none does, since the same mark is an apostrophe too. */
    private static int closing(String text, int open) {
        for (int i = open + 2; i < text.length(); i++) {
            boolean within = i + 1 < text.length() && Character.isLetterOrDigit(text.charAt(i + 1));
            if (text.charAt(i) == '’' && !within) {
                return i;
            }
        }
        return 0;
    }

    private static int endOfWord(String text, int from) {
        int end = from;
        while (end < text.length() && !isDivider(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isDivider(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '(' || c == ')' || isMark(c);
    }
}
