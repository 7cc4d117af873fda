package org.onrecord.nlp.quote.uncued;

import java.util.Set;

import org.onrecord.nlp.quote.content.Span;
import org.onrecord.nlp.quote.reading.Reading;
import org.onrecord.nlp.quote.reading.WordClass;

/** Reads what may be the label of a turn at the beginning of a paragraph, whoever it names. */
final class TurnLabels {

    private static final int LONGEST = 16;
    private static final int LONGEST_NAME = 7;
    private static final int BRACKETS = 2;
    private static final Set<String> BULLETS = Set.of("•", "·", "▪", "●", "*", "-", "–", "—", "‣", "◦");
    private static final Set<String> WITHIN_NAMES =
            Set.of("of", "the", "and", "&", ".", "for", "de", "van", "von", "al", "la");

    private final Reading reading;

    TurnLabels(Reading reading) {
        this.reading = reading;
    }

    /** The label of a paragraph, or null. */
    TurnLabel of(Span paragraph) {
        int from = paragraph.from();
        while (from < paragraph.to() - 1 && (BULLETS.contains(reading.lower[from]) || isOpeningMark(from))) {
            from++;
        }
        TurnLabel bracketed = bracketed(from, paragraph);
        if (bracketed != null) {
            return bracketed;
        }
        TurnLabel letter = letter(from, paragraph);
        TurnLabel named = letter != null ? letter : named(from, paragraph);
        return named != null ? named : initials(from, paragraph);
    }

    /** A mark that opens the whole paragraph: {@code “LEE: Will you run?} */
    private boolean isOpeningMark(int token) {
        return reading.classes[token] == WordClass.QUOTE && !reading.closesStretch(token);
    }

    private TurnLabel bracketed(int from, Span paragraph) {
        if (!isBracket(from, "(") || !reading.capitalised(from + BRACKETS)) {
            return null;
        }
        int end = from + BRACKETS;
        while (end < paragraph.to() && end - from < LONGEST_NAME + BRACKETS && !reading.lower[end].equals(")")) {
            end++;
        }
        if (end >= paragraph.to() || !isBracket(end, ")")) {
            return null;
        }
        int mark = end + 1;
        if (reading.classAt(mark + 1) == WordClass.COLON && mark + 1 < paragraph.to()) {
            mark++;
        }
        return new TurnLabel(new Span(from + BRACKETS, end), mark, paragraph, TurnLabel.Form.BRACKETS);
    }

    private boolean isBracket(int at, String bracket) {
        return reading.wordAt(at).equals(bracket) && reading.wordAt(at + 1).equals(bracket);
    }

    private TurnLabel letter(int from, Span paragraph) {
        String word = reading.lower[from];
        boolean letter = reading.capitalised(from) && (word.equals("q.") || word.equals("a."));
        boolean apart = reading.capitalised(from)
                && (word.equals("q") || word.equals("a"))
                && reading.wordAt(from + 1).equals(".");
        if (!letter && !apart || from + 2 >= paragraph.to()) {
            return null;
        }
        return new TurnLabel(new Span(from, from + 1), apart ? from + 1 : from, paragraph, TurnLabel.Form.LETTER);
    }

    private TurnLabel initials(int from, Span paragraph) {
        String word = reading.tokens.get(from).text();
        boolean initials = word.length() > 1 && word.length() < 4 && isCapitals(from) && from + 2 < paragraph.to();
        return initials ? new TurnLabel(new Span(from, from + 1), from, paragraph, TurnLabel.Form.INITIALS) : null;
    }

    private TurnLabel named(int from, Span paragraph) {
        int nameEnd = -1;
        int limit = Math.min(paragraph.to(), from + LONGEST);
        for (int i = from; i < limit; i++) {
            WordClass c = reading.classes[i];
            if (c == WordClass.COLON) {
                int end = nameEnd < 0 ? i : nameEnd;
                boolean name = end > from && end - from <= LONGEST_NAME;
                return name ? new TurnLabel(new Span(from, end), i, paragraph, TurnLabel.Form.COLON) : null;
            }
            if (c == WordClass.DASH && i > from && reading.opensStretch(i + 1) && i + 1 < paragraph.to()) {
                int end = nameEnd < 0 ? i : nameEnd;
                return new TurnLabel(new Span(from, end), i, paragraph, TurnLabel.Form.DASH);
            }
            if (nameEnd < 0 && i > from && (c == WordClass.COMMA || c == WordClass.OPEN_BRACKET)) {
                nameEnd = i;
            } else if (nameEnd < 0 && !isOfName(i)) {
                return null;
            } else if (nameEnd >= 0 && (reading.opensStretch(i) || c == WordClass.STOP)) {
                return null;
            }
        }
        return null;
    }

    /** Whether the token may stand in a name, be it in lower case. */
    private boolean isOfName(int i) {
        WordClass c = reading.classes[i];
        return WITHIN_NAMES.contains(reading.lower[i])
                || Character.isLetterOrDigit(reading.tokens.get(i).text().codePointAt(0))
                || c == WordClass.POSSESSIVE;
    }

    /** Whether the name is written as names are: capitals, and no verb that is not all capitals. */
    boolean isWrittenAsName(Span name) {
        for (int i = name.from(); i < name.to(); i++) {
            boolean capitals = reading.capitalised(i);
            if (!capitals && !WITHIN_NAMES.contains(reading.lower[i])) {
                return false;
            }
            if (capitals && reading.classes[i].isVerbal() && !isCapitals(i)) {
                return false;
            }
        }
        return true;
    }

    boolean hasNoVerb(Span name) {
        for (int i = name.from(); i < name.to(); i++) {
            if (reading.classes[i].isVerbal()) {
                return false;
            }
        }
        return true;
    }

    boolean isLowerCase(Span name) {
        for (int i = name.from(); i < name.to(); i++) {
            if (reading.capitalised(i)) {
                return false;
            }
        }
        return true;
    }

    boolean isCapitals(Span name) {
        for (int i = name.from(); i < name.to(); i++) {
            if (!isCapitals(i)
                    && Character.isLetter(reading.tokens.get(i).text().codePointAt(0))) {
                return false;
            }
        }
        return true;
    }

    private boolean isCapitals(int i) {
        String word = reading.tokens.get(i).text();
        return word.chars().noneMatch(Character::isLowerCase) && Character.isUpperCase(word.codePointAt(0));
    }

    /** The name as it is written, to count how often a label comes again. */
    String key(TurnLabel label) {
        StringBuilder key = new StringBuilder();
        for (int i = label.name().from(); i < label.name().to(); i++) {
            key.append(reading.tokens.get(i).text()).append(' ');
        }
        return key.toString();
    }
}
