package org.onrecord.nlp.name.training.lexicon;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.onrecord.nlp.name.lexicon.Hash;
import org.onrecord.nlp.name.lexicon.Lexicon;

/** The lists of names and words that features ask about, from a folder of text files with an entry a line. */
public final class NameLists {
    /** Each list has a bit; files in one line are one list. New lists go to the end. */
    private static final List<List<String>> LISTS = List.of(
            List.of("countries"),
            List.of("cities-large"),
            List.of("cities-medium"),
            List.of("cities-small"),
            List.of("regions"),
            List.of("places", "places-own"),
            List.of("demonyms", "demonyms-own"),
            List.of("first-names", "first-names-own"),
            List.of("surnames", "surnames-own"),
            List.of("people"),
            List.of("organisations", "organisations-open"),
            List.of("companies", "companies-own"),
            List.of("media"),
            List.of("teams", "teams-own"),
            List.of("organisation-words"),
            List.of("company-words"),
            List.of("place-words"),
            List.of("calendar"));

    private final Map<Long, Integer> words = new TreeMap<>();
    private final Map<Long, Integer> phrases = new TreeMap<>();

    private NameLists() {}

    /**
     * Reads every list.
     *
     * @throws IOException if one is missing or cannot be read
     */
    public static NameLists read(Path folder) throws IOException {
        NameLists lists = new NameLists();
        for (int list = 0; list < LISTS.size(); list++) {
            for (String file : LISTS.get(list)) {
                for (String line : Files.readAllLines(folder.resolve(file + ".txt"))) {
                    if (!line.startsWith("#") && !line.isBlank()) {
                        lists.add(line.strip(), list);
                        if (line.contains("-")) {
                            lists.add(line.strip().replace("-", " - "), list);
                        }
                    }
                }
            }
        }
        lists.addTable("titles.txt", LISTS.size());
        lists.addTable("roles.txt", LISTS.size() + 1);
        for (String code : Locale.getISOCountries()) {
            lists.add(Locale.of("", code).getDisplayCountry(Locale.ENGLISH), 0);
        }
        return lists;
    }

    private void add(String entry, int list) {
        String[] parts = entry.split("\\s+");
        if (parts.length == 1) {
            words.merge(Hash.lower(entry), 1 << list, (a, b) -> a | b);
        }
        long phrase = 0;
        for (int i = 0; i < parts.length; i++) {
            long lower = Hash.lower(parts[i]);
            phrase = i == 0 ? Lexicon.phrase(lower) : Lexicon.phrase(phrase, lower);
            phrases.merge(phrase, i == parts.length - 1 ? 1 << list : Lexicon.MORE, (a, b) -> a | b);
        }
    }

    /** Titles and roles are tables of the coreference, read from the class path. */
    private void addTable(String resource, int list) throws IOException {
        try (InputStream stream = NameLists.class.getResourceAsStream("/org/onrecord/nlp/coreference/" + resource)) {
            String table = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            table.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .forEach(line -> {
                        String word = line.split(" ")[0];
                        add(word, list);
                    });
        }
    }

    Map<Long, Integer> words() {
        return words;
    }

    Map<Long, Integer> phrases() {
        return phrases;
    }
}
