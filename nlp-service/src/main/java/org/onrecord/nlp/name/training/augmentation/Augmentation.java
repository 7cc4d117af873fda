package org.onrecord.nlp.name.training.augmentation;

import java.util.ArrayList;
import java.util.List;

import org.onrecord.nlp.name.training.gold.Source;

/** The sources to train on: the gold, respelled copies of some of it, and what is made from lists. */
public final class Augmentation {
    private static final long SEED = 11;

    private Augmentation() {}

    /**
     * The gold, its respelled copies, and more. The same input gives the same sources.
     *
     * @param more sources that are taken as they are
     */
    public static List<Source> of(List<Source> gold, List<Source> more) {
        List<Source> sources = new ArrayList<>(gold);
        gold.forEach(source -> sources.add(Respelling.of(source, SEED)));
        sources.addAll(more);
        return sources;
    }
}
