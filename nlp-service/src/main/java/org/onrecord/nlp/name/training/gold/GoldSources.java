package org.onrecord.nlp.name.training.gold;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The sources that may be trained on, from the folder of the gold: {@code names} and {@code news} in it. */
public final class GoldSources {
    private static final List<String> FILES = List.of(
            "names/gum.train",
            "news/news.train.names",
            "names/redocred.train",
            "names/wikigold.train",
            "names/ewt.dev",
            "names/crossner.politics.train",
            "names/crossner.politics.dev",
            "names/crossner.politics.test",
            "names/crossner.science.train",
            "names/crossner.science.dev",
            "names/crossner.science.test",
            "names/crossner.music.train",
            "names/crossner.music.dev",
            "names/crossner.music.test",
            "names/crossner.literature.train",
            "names/crossner.literature.dev",
            "names/crossner.literature.test",
            "names/crossner.ai.train",
            "names/crossner.ai.dev",
            "names/crossner.ai.test");

    /** The web treebank is small, and the only source of text that is not edited. */
    private static final int WEB_VISITS = 2;

    private GoldSources() {}

    /**
     * Reads them all, always in the same order.
     *
     * @throws java.nio.file.NoSuchFileException if a file is missing: a model without it would be another one
     */
    public static List<Source> read(Path folder) throws IOException {
        List<Source> sources = new ArrayList<>();
        for (String file : FILES) {
            String name = file.substring(file.indexOf('/') + 1);
            boolean web = name.startsWith("ewt");
            List<TaggedDocument> documents = GoldFile.read(folder.resolve(file));
            if (name.startsWith("gum")) {
                documents.replaceAll(CutNames::leaveOut);
            }
            sources.add(new Source(name, documents, !web && !name.startsWith("news"), web ? WEB_VISITS : 1));
        }
        return sources;
    }
}
