package org.onrecord.nlp.name;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.onrecord.chassis.environment.FileFault;

/**
 * Tags a file of tokens: {@code CONLL_FILE OUT}. The file has {@code token<TAB>tag} lines, the tag being ignored, blank
 * lines between sentences and {@code -DOCSTART-} lines between documents; OUT gets the same lines with the tags found.
 */
public final class NamesCommand {
    /** Sentences that lend each other evidence where the file does not say what a document is. */
    private static final int WINDOW = 25;
    /** A longer document is read in pieces, so that memory stays bounded. */
    private static final int LONGEST_DOCUMENT = 1000;

    private final NameTagger tagger;

    NamesCommand(NameTagger tagger) {
        this.tagger = tagger;
    }

    public static void main(String[] arguments) {
        System.exit(run(System.err, arguments));
    }

    /** Returns the exit code: 0, 1 if a file could not be read or written, 2 if the arguments make no sense. */
    static int run(PrintStream complaints, String... arguments) {
        if (arguments.length != 2) {
            complaints.println("Usage: names CONLL_FILE OUT");
            return 2;
        }
        try (BufferedReader in = Files.newBufferedReader(Path.of(arguments[0]));
                BufferedWriter out = Files.newBufferedWriter(Path.of(arguments[1]))) {
            new NamesCommand(TaggerNameFinder.loadTagger()).run(in, out);
            return 0;
        } catch (IOException e) {
            complaints.println("names: " + FileFault.of(e));
            return 1;
        }
    }

    void run(BufferedReader in, BufferedWriter out) throws IOException {
        boolean marked = false;
        List<String> lines = new ArrayList<>();
        int sentences = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (isDocumentStart(line)) {
                tag(lines, out);
                lines.clear();
                sentences = 0;
                marked = true;
            }
            lines.add(line);
            sentences += line.isBlank() ? 1 : 0;
            if (sentences >= (marked ? LONGEST_DOCUMENT : WINDOW)) {
                tag(lines, out);
                lines.clear();
                sentences = 0;
            }
        }
        tag(lines, out);
    }

    private void tag(List<String> lines, BufferedWriter out) throws IOException {
        List<List<String>> sentences = new ArrayList<>();
        List<String> sentence = new ArrayList<>();
        for (String line : lines) {
            if (!line.isBlank() && !isDocumentStart(line)) {
                sentence.add(token(line));
            } else if (!sentence.isEmpty()) {
                sentences.add(List.copyOf(sentence));
                sentence.clear();
            }
        }
        if (!sentence.isEmpty()) {
            sentences.add(sentence);
        }
        List<String> tags =
                tagger.tagBio(sentences).stream().flatMap(List::stream).toList();
        int next = 0;
        for (String line : lines) {
            if (line.isBlank()) {
                out.write(line);
            } else if (isDocumentStart(line)) {
                out.write(token(line) + "\tO");
            } else {
                out.write(token(line) + "\t" + tags.get(next++));
            }
            out.newLine();
        }
    }

    private static boolean isDocumentStart(String line) {
        return line.startsWith("-DOCSTART-");
    }

    private static String token(String line) {
        int tab = line.indexOf('\t');
        return tab < 0 ? line : line.substring(0, tab);
    }
}
