package org.onrecord.nlp.coreference;

import java.util.List;

import org.onrecord.nlp.document.Document;
import org.onrecord.nlp.name.Name;

/** Groups the mentions that mean the same one. Implementations may be shared between threads. */
public interface EntityResolver {

    /**
     * Resolves names, descriptions and pronouns to entities. Offsets are UTF-16, half-open, into the document's text. Each
     * name is a mention of one entity; a description or pronoun that means none of them is left out.
     *
     * @param names the names of the document, in order, not overlapping
     * @return never null; without entities where there are no names
     */
    Entities resolve(Document document, List<Name> names);
}
