package org.onrecord.nlp.name.training.field;

import java.util.List;

import org.onrecord.nlp.name.label.Labels;

/** From the tags of gold files to labels. */
final class BioTags {
    private BioTags() {}

    static int[] labels(List<String> tags) {
        int[] labels = new int[tags.size()];
        int i = 0;
        while (i < labels.length) {
            if (tags.get(i).equals("O")) {
                i++;
                continue;
            }
            String type = tags.get(i).substring(2);
            int end = i + 1;
            while (end < labels.length && tags.get(end).equals("I-" + type)) {
                end++;
            }
            Labels.mark(labels, i, end, Labels.TYPES.indexOf(type));
            i = end;
        }
        return labels;
    }
}
