package org.onrecord.nlp.name.rule;

import java.util.ArrayList;
import java.util.List;

import org.onrecord.nlp.name.feature.SentenceForms;
import org.onrecord.nlp.name.label.Labels;
import org.onrecord.nlp.name.label.TaggedName;
import org.onrecord.nlp.name.lexicon.Lexicon;

/** What the whole document, and what is known beforehand, correct in the names that were found sentence by sentence. */
public final class DocumentRules {
    private DocumentRules() {}

    /** Returns the labels of each sentence after all rules. */
    public static List<int[]> apply(
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
