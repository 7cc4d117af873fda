package org.onrecord.nlp.coreference;

import org.onrecord.nlp.document.Document;
import org.onrecord.nlp.document.Sentence;

/** Which tokens stand within quotation marks. A quotation left open ends with its paragraph. */
final class QuotedTokens {
    private final boolean[] quoted;

    private QuotedTokens(boolean[] quoted) {
        this.quoted = quoted;
    }

    static QuotedTokens of(Document document) {
        boolean[] quoted = new boolean[document.tokens().size()];
        boolean open = false;
        int paragraph = -1;
        for (Sentence sentence : document.sentences()) {
            if (sentence.paragraph() != paragraph) {
                open = false;
                paragraph = sentence.paragraph();
            }
            for (int i = sentence.firstToken(); i < sentence.endToken(); i++) {
                String text = document.tokens().get(i).text();
                if (text.equals("\u201C")) {
                    open = true;
                } else if (text.equals("\u201D")) {
                    open = false;
                } else if (text.equals("\"")) {
                    open = !open;
                } else {
                    quoted[i] = open;
                }
            }
        }
        return new QuotedTokens(quoted);
    }

    boolean contains(int token) {
        return quoted[token];
    }
}
