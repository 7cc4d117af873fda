package org.onrecord.nlp.quote.speaker;

import java.util.List;

import org.onrecord.contracts.MentionKind;
import org.onrecord.nlp.coreference.Entities;
import org.onrecord.nlp.coreference.Entities.EntityMention;
import org.onrecord.nlp.document.Token;
import org.onrecord.nlp.quote.reading.Reading;

/** The mentions of a document as ranges of tokens, in reading order. */
final class MentionTokens {
    private final List<EntityMention> mentions;
    private final int[] from;
    private final int[] to;

    MentionTokens(Reading reading, Entities entities) {
        mentions = entities.mentions();
        from = new int[mentions.size()];
        to = new int[mentions.size()];
        List<Token> tokens = reading.tokens;
        int token = 0;
        for (int m = 0; m < from.length; m++) {
            while (token < tokens.size()
                    && tokens.get(token).end() <= mentions.get(m).start()) {
                token++;
            }
            int end = token;
            while (end < tokens.size()
                    && tokens.get(end).start() < mentions.get(m).end()) {
                end++;
            }
            from[m] = token;
            to[m] = end;
        }
    }

    int size() {
        return from.length;
    }

    int from(int mention) {
        return from[mention];
    }

    int to(int mention) {
        return to[mention];
    }

    int entity(int mention) {
        return mentions.get(mention).entity();
    }

    MentionKind kind(int mention) {
        return mentions.get(mention).kind();
    }

    /** The first mention that begins at a token or behind it. */
    int firstFrom(int token) {
        int low = 0;
        int high = from.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (from[middle] < token) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
