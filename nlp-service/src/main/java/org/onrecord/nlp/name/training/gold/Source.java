package org.onrecord.nlp.name.training.gold;

import java.util.List;

/**
 * One source of gold.
 *
 * @param name the name of its files, such as {@code gum.train}
 * @param documents its documents, their tags mapped to PER, ORG, LOC, MISC
 * @param marksMisc whether it marks names of other kinds; where it does not, "O" may hide one
 * @param visits how often each epoch reads it: a small source whose guideline is the wanted one counts for more
 */
public record Source(String name, List<TaggedDocument> documents, boolean marksMisc, int visits) {

    /** The same source with other documents. */
    public Source with(List<TaggedDocument> others) {
        return new Source(name, others, marksMisc, visits);
    }
}
