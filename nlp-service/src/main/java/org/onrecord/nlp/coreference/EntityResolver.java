package org.onrecord.nlp.coreference;

import java.util.List;

import org.onrecord.nlp.document.Document;
import org.onrecord.nlp.name.Name;

/** Groups the mentions that mean the same one. Implementations may be shared between threads. */
public interface EntityResolver {

    /**
     * Resolves names, descriptions and pronouns to entities.
     *
     * @param names the names of the document, in order, not overlapping
     */
    Entities resolve(Document document, List<Name> names);
}
