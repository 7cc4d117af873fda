package org.onrecord.nlp.name.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Sentences of plain text, divided well enough to count words: from the {@code .csv} files of a folder of news. */
final class RawText {
    private static final Pattern TOKEN = Pattern.compile(
            "[\\p{L}\\p{M}]+(?:['\\u2019.-][\\p{L}\\p{M}]+)*(?=['\\u2019]s\\b)|['\\u2019]s\\b|(?:\\p{Lu}\\.)+|[\\p{L}\\p{M}\\d]+(?:[-'\\u2019.,][\\p{L}\\p{M}\\d]+)*|\\S");
    private static final Pattern SENTENCE_END =
            Pattern.compile("(?<=[.!?][\"\\u201D']?)\\s+(?=[\"\\u201C']?\\p{Lu})|\\n+");

    private RawText() {}

    static List<List<String>> read(Path folder) throws IOException {
        List<List<String>> sentences = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".csv")).sorted().toList()) {
                for (String sentence : SENTENCE_END.split(Files.readString(file))) {
                    List<String> words = words(sentence);
                    if (words.size() > 1 && !sentence.contains("http")) {
                        sentences.add(words);
                    }
                }
            }
        }
        return sentences;
    }

    private static List<String> words(String sentence) {
        List<String> words = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(sentence.replace("\"\"", "\""));
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }
}
