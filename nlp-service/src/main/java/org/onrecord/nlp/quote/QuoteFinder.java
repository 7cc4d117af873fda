package org.onrecord.nlp.quote;

import java.util.List;

import org.onrecord.nlp.coreference.Entities;
import org.onrecord.nlp.document.Document;

/** Finds every act of speech and its speaker. Implementations may be shared between threads. */
public interface QuoteFinder {

    /** Returns the quotations in the document in reading order. */
    List<Quotation> find(Document document, Entities entities);
}
