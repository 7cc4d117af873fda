package org.onrecord.nlp.coreference;

import java.util.Arrays;
import java.util.List;

import org.onrecord.nlp.document.Document;
import org.onrecord.nlp.document.Sentence;
import org.onrecord.nlp.document.Token;

/** Where the tokens of a document stand: in which sentence and paragraph, and whether in quotation marks. */
final class Discourse {
    final Document document;
    final List<Token> tokens;
    final QuotedTokens quoted;
    private final int[] sentenceOf;

    Discourse(Document document) {
        this.document = document;
        this.tokens = document.tokens();
        this.quoted = QuotedTokens.of(document);
        this.sentenceOf = new int[tokens.size()];
        for (int s = 0; s < document.sentences().size(); s++) {
            Sentence sentence = document.sentences().get(s);
            Arrays.fill(sentenceOf, sentence.firstToken(), sentence.endToken(), s);
        }
    }

    /** The first token that ends behind an offset in the text. */
    int firstEndingAfter(int offset) {
        int low = 0;
        int high = tokens.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tokens.get(middle).end() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    int sentence(int token) {
        return sentenceOf[token];
    }

    int paragraph(int token) {
        return document.sentences().get(sentenceOf[token]).paragraph();
    }

    int sentenceStart(int token) {
        return document.sentences().get(sentenceOf[token]).firstToken();
    }

    int sentenceEnd(int token) {
        return document.sentences().get(sentenceOf[token]).endToken();
    }
}
