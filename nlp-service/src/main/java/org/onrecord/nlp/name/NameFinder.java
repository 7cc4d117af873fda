package org.onrecord.nlp.name;

import java.util.List;

import org.onrecord.nlp.document.Document;

/** Finds the names of people, organisations and places. Implementations may be shared between threads. */
public interface NameFinder {

    /** Returns the names in the document, in order, not overlapping. */
    List<Name> find(Document document);
}
