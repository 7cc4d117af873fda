package org.onrecord.nlp.quote.reading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.onrecord.contracts.EntityType;
import org.onrecord.contracts.MentionKind;
import org.onrecord.nlp.coreference.Entities;
import org.onrecord.nlp.document.Document;
import org.onrecord.nlp.document.Paragraph;
import org.onrecord.nlp.document.Sentence;
import org.onrecord.nlp.document.Token;
import org.onrecord.nlp.quote.mark.Nicknames;
import org.onrecord.nlp.quote.mark.QuotationMarks;
import org.onrecord.nlp.quote.mark.QuotedStretch;
import org.onrecord.nlp.quote.mark.WorkTitles;

/**
 * A document as the constructions see it: words in their classes, the quoted stretch each stands in, and sentences that a
 * quotation does not break.
 */
public final class Reading {

    /** A sentence longer than this is no prose; cutting it keeps the work per word bounded. */
    static final int LONGEST_SENTENCE = 300;

    private static final Set<String> ABBREVIATIONS = Set.of(
            "mr.", "mrs.", "ms.", "dr.", "gov.", "sen.", "rep.", "gen.", "adm.", "lt.", "col.", "st.", "jr.", "sr.",
            "no.", "vs.", "u.s.", "d.c.", "u.n.", "sgt.", "capt.", "prof.", "rev.", "hon.", "maj.", "sens.", "reps.");

    public final Document document;
    public final Entities entities;
    public final List<Token> tokens;
    public final List<QuotedStretch> stretches;
    public final String[] lower;
    public final WordClass[] classes;
    /** Index of the quoted stretch a token stands in, -1 outside. */
    public final int[] stretchOf;

    private final BitSet personsNames = new BitSet();
    private final int[] stretchEnds;
    private final int[] finiteBefore;
    /** Index of the sentence of a token. */
    public final int[] sentenceOf;

    public final List<Range> sentences = new ArrayList<>();

    /** Tokens {@code [from, to)}. */
    public record Range(int from, int to, int paragraph) {}

    public Reading(Document document, Entities entities) {
        this.document = document;
        this.entities = entities;
        this.tokens = document.tokens();
        this.stretches = Nicknames.leaveOut(
                document.text(), WorkTitles.leaveOut(document.text(), QuotationMarks.scan(document)));
        int count = tokens.size();
        lower = new String[count];
        classes = new WordClass[count];
        stretchOf = new int[count];
        stretchEnds = new int[count];
        finiteBefore = new int[count + 1];
        sentenceOf = new int[count];
        for (int i = 0; i < count; i++) {
            lower[i] = tokens.get(i).text().toLowerCase(Locale.ROOT);
        }
        for (int i = 0; i < count; i++) {
            classes[i] = WordClass.of(tokens.get(i), lower[i], i + 1 < count ? lower[i + 1] : "");
        }
        placeStretches();
        endStretches();
        divide();
        restoreNames();
        markNames(entities);
        countFiniteVerbs();
    }

    /** {@code …,” Scarborough said}: a capital within a sentence outweighs the tag of an adjective or a verb. */
    private void restoreNames() {
        for (Range sentence : sentences) {
            if (document.paragraphs().get(sentence.paragraph()).kind() == Paragraph.Kind.HEADLINE) {
                continue;
            }
            restoreFirst(sentence.from());
            for (int i = sentence.from() + 1; i < sentence.to(); i++) {
                boolean open = classes[i] == WordClass.ADJECTIVE
                        || classes[i] == WordClass.VERB
                        || classes[i] == WordClass.GERUND
                        || classes[i] == WordClass.ADVERB;
                if (open && capitalised(i) && !opensStretch(i - 1) && classes[i - 1] != WordClass.COLON) {
                    classes[i] = WordClass.NAME;
                }
            }
        }
    }

    private void markNames(Entities entities) {
        int i = 0;
        for (Entities.EntityMention mention : entities.mentions()) {
            if (mention.kind() != MentionKind.NAME) {
                continue;
            }
            while (i < tokens.size() && tokens.get(i).start() < mention.start()) {
                i++;
            }
            for (int k = i; k < tokens.size() && tokens.get(k).end() <= mention.end(); k++) {
                if (Character.isLetterOrDigit(tokens.get(k).text().codePointAt(0))) {
                    classes[k] = WordClass.NAME;
                    personsNames.set(
                            k, entities.entities().get(mention.entity()).type() == EntityType.PERSON);
                }
            }
        }
    }

    /** Whether the token is part of a name that means a person. */
    public boolean isPersonsName(int token) {
        return token >= 0 && personsNames.get(token);
    }

    /** "Trump said": a capitalised word that nothing else explains is a name before a finite verb. */
    private void restoreFirst(int first) {
        boolean open = classes[first] == WordClass.ADJECTIVE
                || classes[first] == WordClass.VERB
                || classes[first] == WordClass.ADVERB && !lower[first].endsWith("ly");
        String tag = first + 1 < tokens.size() ? tokens.get(first + 1).tag() : "";
        if (open && capitalised(first) && (tag.equals("VBD") || tag.equals("VBZ"))) {
            classes[first] = WordClass.NAME;
        }
    }

    public String text() {
        return document.text();
    }

    public WordClass classAt(int token) {
        return token >= 0 && token < classes.length ? classes[token] : WordClass.OTHER;
    }

    public String wordAt(int token) {
        return token >= 0 && token < lower.length ? lower[token] : "";
    }

    public boolean quoted(int token) {
        return token >= 0 && token < stretchOf.length && stretchOf[token] >= 0;
    }

    public boolean capitalised(int token) {
        return token >= 0
                && token < tokens.size()
                && Character.isUpperCase(tokens.get(token).text().codePointAt(0));
    }

    public Range sentence(int token) {
        return sentences.get(sentenceOf[token]);
    }

    public boolean opensStretch(int token) {
        return quoted(token) && (token == 0 || stretchOf[token - 1] != stretchOf[token]);
    }

    public boolean closesStretch(int token) {
        return quoted(token) && (token + 1 == tokens.size() || stretchOf[token + 1] != stretchOf[token]);
    }

    /** One past the last token of the stretch that the token stands in. */
    public int stretchEnd(int token) {
        return stretchEnds[token];
    }

    public boolean hasFiniteVerb(int from, int to) {
        int first = Math.min(from, tokens.size());
        return finiteBefore[Math.max(first, Math.min(to, tokens.size()))] > finiteBefore[first];
    }

    private void countFiniteVerbs() {
        for (int i = 0; i < tokens.size(); i++) {
            boolean finite =
                    classes[i] == WordClass.AUXILIARY || classes[i] == WordClass.VERB && classAt(i - 1) != WordClass.TO;
            finiteBefore[i + 1] = finiteBefore[i] + (finite ? 1 : 0);
        }
    }

    private void placeStretches() {
        int next = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            while (next < stretches.size() && stretches.get(next).end() <= token.start()) {
                next++;
            }
            boolean inside = next < stretches.size() && stretches.get(next).start() < token.end();
            stretchOf[i] = inside ? next : -1;
            if (inside && isMark(token, stretches.get(next))) {
                classes[i] = WordClass.QUOTE;
            }
        }
    }

    private void endStretches() {
        for (int i = tokens.size() - 1; i >= 0; i--) {
            stretchEnds[i] = closesStretch(i) || !quoted(i) ? i + 1 : stretchEnds[i + 1];
        }
    }

    private static boolean isMark(Token token, QuotedStretch stretch) {
        boolean mark = token.end() - token.start() <= 2
                && !Character.isLetterOrDigit(token.text().charAt(0));
        return mark
                && (token.start() <= stretch.start() + 1
                        || stretch.closed()
                                && token.end() >= stretch.end() - 1
                                && token.text().charAt(0) != '.'
                                && token.text().charAt(0) != ','
                                && token.text().charAt(0) != '?'
                                && token.text().charAt(0) != '!');
    }

    private void divide() {
        int from = 0;
        for (Sentence sentence : document.sentences()) {
            for (int i = Math.max(sentence.firstToken(), from); i < sentence.endToken(); i++) {
                boolean first = i == sentence.firstToken();
                if (i > from
                        && (i - from >= LONGEST_SENTENCE
                                || first && separates(i)
                                || endsInside(i)
                                || SecondQuotation.begins(this, from, i))) {
                    close(from, i);
                    from = i;
                }
            }
        }
        if (from < tokens.size()) {
            close(from, tokens.size());
        }
    }

    private void close(int from, int to) {
        int paragraph = paragraphOf(tokens.get(from).start());
        sentences.add(new Range(from, to, paragraph));
        for (int i = from; i < to; i++) {
            sentenceOf[i] = sentences.size() - 1;
        }
    }

    private int paragraphCursor;

    private int paragraphOf(int offset) {
        while (paragraphCursor + 1 < document.paragraphs().size()
                && document.paragraphs().get(paragraphCursor + 1).start() <= offset) {
            paragraphCursor++;
        }
        return paragraphCursor;
    }

    private boolean separates(int token) {
        if (newParagraph(token)) {
            return true;
        }
        boolean sameStretch = quoted(token) && stretchOf[token] == stretchOf[token - 1];
        if (sameStretch || ABBREVIATIONS.contains(lower[token - 1]) || closesWithComma(token - 1)) {
            return false;
        }
        return !Character.isLowerCase(tokens.get(token).text().charAt(0));
    }

    private boolean newParagraph(int token) {
        for (int at = tokens.get(token - 1).end(); at < tokens.get(token).start(); at++) {
            if (text().charAt(at) == '\n') {
                return true;
            }
        }
        return false;
    }

    /** {@code … end of it.” He left}: the sentence splitter often misses the end behind a closing mark. */
    private boolean endsInside(int token) {
        return closesStretch(token - 1)
                && !quoted(token)
                && fullStopBefore(token - 1)
                && capitalised(token)
                && stretches.get(stretchOf[token - 1]).closed();
    }

    private boolean fullStopBefore(int closer) {
        return markBefore(closer, WordClass.STOP);
    }

    private boolean closesWithComma(int closer) {
        return classes[closer] == WordClass.COMMA || closesStretch(closer) && markBefore(closer, WordClass.COMMA);
    }

    private boolean markBefore(int closer, WordClass mark) {
        int i = closer;
        while (i > 0 && i > closer - 3 && (classes[i] == WordClass.QUOTE || isInnerMark(i))) {
            i--;
        }
        return classes[i] == mark;
    }

    /** {@code … away with it.’”}: the mark of a quotation within another. */
    private boolean isInnerMark(int token) {
        String word = lower[token];
        return quoted(token) && (word.equals("'") || word.equals("’") || word.equals("”") || word.equals("\""));
    }
}
