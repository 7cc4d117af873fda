package org.onrecord.nlp.name.training.gold;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code token<TAB>tag} files: a blank line ends a sentence, a line {@code -DOCSTART-} begins a document. */
public final class GoldFile {
    /** Sentences taken as one document where a file marks none. */
    public static final int WINDOW = 25;

    private GoldFile() {}

    static List<TaggedDocument> read(Path file) throws IOException {
        List<TaggedDocument> documents = new ArrayList<>();
        List<TaggedSentence> sentences = new ArrayList<>();
        List<String> words = new ArrayList<>();
        List<String> tags = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            boolean document = line.startsWith("-DOCSTART-");
            if (!document && !line.isBlank()) {
                int tab = line.lastIndexOf('\t');
                words.add(line.substring(0, line.indexOf('\t')));
                tags.add(line.substring(tab + 1).strip());
                continue;
            }
            if (!words.isEmpty()) {
                sentences.add(new TaggedSentence(List.copyOf(words), List.copyOf(tags)));
                words.clear();
                tags.clear();
            }
            if (document) {
                addDocuments(documents, sentences);
                sentences.clear();
            }
        }
        if (!words.isEmpty()) {
            sentences.add(new TaggedSentence(List.copyOf(words), List.copyOf(tags)));
        }
        addDocuments(documents, sentences);
        return documents;
    }

    /** Files with one document only are collections of single sentences: they are read in windows. */
    private static void addDocuments(List<TaggedDocument> documents, List<TaggedSentence> sentences) {
        int size = sentences.size() > 400 ? WINDOW : Math.max(1, sentences.size());
        for (int i = 0; i < sentences.size(); i += size) {
            documents.add(new TaggedDocument(List.copyOf(sentences.subList(i, Math.min(sentences.size(), i + size)))));
        }
    }
}
