package org.onrecord.nlp.name.training;

import java.util.ArrayList;
import java.util.List;

/** The sources to train on: the gold, respelled copies of some of it, and what is made from lists. */
final class Augmentation {
    private static final long SEED = 11;

    private Augmentation() {}

    static List<Source> of(List<Source> gold, List<Source> more) {
        List<Source> sources = new ArrayList<>(gold);
        gold.forEach(source -> sources.add(Respelling.of(source, SEED)));
        sources.addAll(more);
        return sources;
    }
}
