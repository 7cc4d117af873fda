package org.onrecord.nlp.name.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The sources that may be trained on, from a folder of gold files. */
final class GoldSources {
    private static final List<String> FILES = List.of(
            "gum.train",
            "gmb.train",
            "wikigold.train",
            "ewt.dev",
            "crossner.politics.train",
            "crossner.politics.dev",
            "crossner.politics.test",
            "crossner.science.train",
            "crossner.science.dev",
            "crossner.science.test",
            "crossner.music.train",
            "crossner.music.dev",
            "crossner.music.test",
            "crossner.literature.train",
            "crossner.literature.dev",
            "crossner.literature.test",
            "crossner.ai.train",
            "crossner.ai.dev",
            "crossner.ai.test");

    /** The web treebank is small, and the only source of its guideline: people, organisations and places, nothing else. */
    private static final int EWT_VISITS = 2;

    private GoldSources() {}

    static List<Source> read(Path folder, Set<String> titles) throws IOException {
        GmbTags gmb = new GmbTags(titles, countries());
        List<Source> sources = new ArrayList<>();
        for (String file : FILES) {
            if (!Files.exists(folder.resolve(file))) {
                continue;
            }
            List<TaggedDocument> documents = GoldFile.read(folder.resolve(file));
            if (file.startsWith("gmb")) {
                documents = documents.stream()
                        .map(d -> new TaggedDocument(
                                d.sentences().stream().map(gmb::map).toList()))
                        .toList();
            }
            boolean ewt = file.startsWith("ewt");
            sources.add(new Source(file, documents, !ewt, ewt ? EWT_VISITS : 1));
        }
        return sources;
    }

    private static Set<String> countries() {
        Set<String> names = new TreeSet<>(Set.of(
                "u.s.",
                "us",
                "u.k.",
                "uk",
                "korea",
                "lanka",
                "washington",
                "tehran",
                "tokyo",
                "britain",
                "burma",
                "congo",
                "bosnia",
                "macedonia",
                "cote d'ivoire",
                "ivory coast",
                "czech republic",
                "eu",
                "kashmir",
                "chechnya",
                "kosovo",
                "tibet",
                "gaza",
                "east timor",
                "turkey",
                "palestine",
                "scotland",
                "wales",
                "england"));
        for (String code : Locale.getISOCountries()) {
            names.add(Locale.of("", code).getDisplayCountry(Locale.ENGLISH).toLowerCase(Locale.ROOT));
        }
        return names;
    }
}
