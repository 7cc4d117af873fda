package org.onrecord.nlp.name.training.lexicon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Sentences of plain text, divided well enough to count words: from the {@code .csv} and {@code .jsonl.gz} files of a folder
 * of news, in the order of their names.
 */
public final class RawText {
    private static final Pattern TOKEN = Pattern.compile(
            "[\\p{L}\\p{M}]+(?:['\\u2019.-][\\p{L}\\p{M}]+)*(?=['\\u2019]s\\b)|['\\u2019]s\\b|(?:\\p{Lu}\\.)+|[\\p{L}\\p{M}\\d]+(?:[-'\\u2019.,][\\p{L}\\p{M}\\d]+)*|\\S");
    private static final Pattern SENTENCE_END =
            Pattern.compile("(?<=[.!?][\"\\u201D']?)\\s+(?=[\"\\u201C']?\\p{Lu})|\\n+");
    /** Its texts are part of another file. */
    private static final String LINKS = "-links.jsonl.gz";

    private final ObjectMapper mapper = new ObjectMapper();
    private final Map<String, String> words = new HashMap<>();
    private List<List<String>> sentences = new ArrayList<>();

    private RawText() {}

    /**
     * Returns the sentences of each file, by its name.
     *
     * @throws IOException if a file cannot be read
     */
    public static Map<String, List<List<String>>> read(Path folder) throws IOException {
        Map<String, List<List<String>>> texts = new TreeMap<>();
        RawText text = new RawText();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".csv")) {
                    text.add(Files.readString(file).replace("\"\"", "\""));
                } else if (name.endsWith(".jsonl.gz") && !name.endsWith(LINKS)) {
                    text.addLines(file);
                } else {
                    continue;
                }
                texts.put(name, text.sentences);
                text.sentences = new ArrayList<>();
            }
        }
        return texts;
    }

    private void addLines(Path file) throws IOException {
        try (InputStream stream = new GZIPInputStream(Files.newInputStream(file));
                BufferedReader in = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                JsonNode json = mapper.readTree(line);
                add(json.path("title").asText());
                add(json.path("text").asText());
                json.path("items").forEach(item -> add(item.path("text").asText()));
            }
        }
    }

    private void add(String text) {
        for (String sentence : SENTENCE_END.split(text)) {
            List<String> own = words(sentence);
            if (own.size() > 1 && !sentence.contains("http")) {
                sentences.add(own);
            }
        }
    }

    private List<String> words(String sentence) {
        List<String> own = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(sentence);
        while (matcher.find()) {
            own.add(words.computeIfAbsent(matcher.group(), word -> word));
        }
        return List.copyOf(own);
    }
}
