package org.onrecord.nlp.name.training;

import java.util.List;

/**
 * One source of gold.
 *
 * @param name the name of its files, such as {@code gmb.train}
 * @param documents its documents, their tags mapped to PER, ORG, LOC, MISC
 * @param marksMisc whether it marks names of other kinds; where it does not, "O" may hide one
 * @param visits how often each epoch reads it: a small source whose guideline is the wanted one counts for more
 */
record Source(String name, List<TaggedDocument> documents, boolean marksMisc, int visits) {

    Source(String name, List<TaggedDocument> documents, boolean marksMisc) {
        this(name, documents, marksMisc, 1);
    }
}
