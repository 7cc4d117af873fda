package org.onrecord.nlp.name;

import java.util.ArrayList;
import java.util.List;

/** What the whole document, and what is known beforehand, correct in the names that were found sentence by sentence. */
final class DocumentRules {
    private DocumentRules() {}

    /** Returns the labels of each sentence after all rules. */
    static List<int[]> apply(
            List<List<String>> texts, List<SentenceForms> sentences, Lexicon lexicon, List<int[]> labels) {
        List<int[]> mended = new ArrayList<>(labels.size());
        for (int s = 0; s < labels.size(); s++) {
            List<TaggedName> names = Labels.names(labels.get(s));
            names = ListedNames.prefer(sentences.get(s).words(), lexicon, names);
            names = OrganisationsOf.join(sentences.get(s).words(), names);
            names = NameBoundaries.mend(texts.get(s), names);
            names = JobsBeforeNames.cut(sentences.get(s).words(), names);
            names = PeoplesAndFaiths.retype(sentences.get(s).words(), names);
            names = ResultLines.mend(sentences.get(s).words(), lexicon, names);
            int[] own = new int[labels.get(s).length];
            names.forEach(name -> Labels.mark(own, name.start(), name.end(), name.type()));
            mended.add(own);
        }
        SurnamesOfDocument.of(sentences, mended).mark(sentences, mended);
        AcronymsOfDocument.of(sentences, mended).mark(sentences, mended);
        return mended;
    }
}
