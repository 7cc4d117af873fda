package org.onrecord.nlp.coreference;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the tables beside this class: an entry a line, words divided by spaces, {@code #} begins a remark. */
final class WordTable {
    private WordTable() {}

    /** Returns the lines of a table: first word → the words after it, in order. */
    static Map<String, List<String>> read(String name) {
        Map<String, List<String>> table = new LinkedHashMap<>();
        try (InputStream stream = WordTable.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("The table " + name + " is not on the class path");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String entry = line.strip();
                if (!entry.isEmpty() && !entry.startsWith("#")) {
                    List<String> words = List.of(entry.split(" +"));
                    table.put(words.get(0), words.subList(1, words.size()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The table " + name + " cannot be read", e);
        }
        return table;
    }
}
