package org.onrecord.nlp.coreference;

import java.util.ArrayList;
import java.util.List;

import org.onrecord.nlp.document.Document;
import org.onrecord.nlp.weight.Weights;

/** The descriptions and pronouns of a document that mean one of its entities. */
final class References {
    private References() {}

    static List<Reference> of(Document document, List<EntityDraft> drafts, Weights weights) {
        List<Reference> descriptions = Descriptions.of(document, drafts);
        List<Reference> references = new ArrayList<>(descriptions);
        references.addAll(Pronouns.of(document, drafts, descriptions, weights));
        references.addAll(ThingPronouns.of(document, drafts));
        return references;
    }
}
