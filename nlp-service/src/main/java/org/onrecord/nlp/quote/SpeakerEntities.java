package org.onrecord.nlp.quote;

import java.util.List;
import java.util.OptionalInt;

import org.onrecord.contracts.MentionKind;
import org.onrecord.nlp.coreference.Entities;
import org.onrecord.nlp.coreference.Entities.EntityMention;

/** Which entity the words that name a speaker mean. */
final class SpeakerEntities {

    private final List<EntityMention> mentions;

    SpeakerEntities(Entities entities) {
        this.mentions = entities.mentions();
    }

    /** The entity of the mention that best covers the span: the same span, else the last name in it, else any other. */
    OptionalInt of(Quotation.TextSpan span) {
        EntityMention best = null;
        for (int i = firstEndingAfter(span.start());
                i < mentions.size() && mentions.get(i).start() < span.end();
                i++) {
            EntityMention mention = mentions.get(i);
            if (mention.start() >= span.start()
                    && mention.end() <= span.end()
                    && (best == null || rank(mention, span) >= rank(best, span))) {
                best = mention;
            }
        }
        return best == null ? OptionalInt.empty() : OptionalInt.of(best.entity());
    }

    private static int rank(EntityMention mention, Quotation.TextSpan span) {
        if (mention.start() == span.start() && mention.end() == span.end()) {
            return 3;
        }
        return mention.end() == span.end() ? 2 : mention.kind() == MentionKind.NAME ? 1 : 0;
    }

    private int firstEndingAfter(int offset) {
        int low = 0;
        int high = mentions.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (mentions.get(middle).start() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
