package org.onrecord.scraper.extract.page;

import java.util.ArrayList;
import java.util.List;

import org.jsoup.nodes.Document;

import org.onrecord.contracts.BlockKind;
import org.onrecord.contracts.SourceRange;

/**
 * Plain text to a {@link Page} of paragraphs. Blank lines divide paragraphs, and lines within one are joined where they were
 * wrapped; where lines are long, or no line is blank, each is a paragraph of its own.
 */
public final class TextReader {
    private static final int LONGEST_WRAPPED_LINE = 100;

    private record Line(int start, int end, String words) {}

    private final List<TextBlock> blocks = new ArrayList<>();
    private final Region root;

    private TextReader(Document document) {
        this.root = new Region(document.body(), null, 0, 0);
    }

    /** The paragraphs of the text, each with its range. */
    public static Page read(String text) {
        Document document = Document.createShell("");
        TextReader reader = new TextReader(document);
        List<Line> lines = lines(text);
        boolean blankLines = lines.stream().anyMatch(line -> line.words().isEmpty());
        List<Line> paragraph = new ArrayList<>();
        for (Line line : lines) {
            boolean apart =
                    !blankLines || line.words().isEmpty() || line.words().length() > LONGEST_WRAPPED_LINE;
            if (apart) {
                reader.add(paragraph);
            }
            if (!line.words().isEmpty()) {
                paragraph.add(line);
            }
            if (apart) {
                reader.add(paragraph);
            }
        }
        reader.add(paragraph);
        reader.root.closesAt(reader.blocks.size());
        return new Page(document, List.of(reader.root), List.copyOf(reader.blocks), new Marks());
    }

    private static List<Line> lines(String text) {
        List<Line> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == '\n' || text.charAt(i) == '\r') {
                // A line feed after a carriage return is no empty line.
                boolean secondHalf = i == start
                        && i > 0
                        && i < text.length()
                        && text.charAt(i) == '\n'
                        && text.charAt(i - 1) == '\r';
                if (!secondHalf) {
                    lines.add(new Line(start, i, Words.clean(text.substring(start, i))));
                }
                start = i + 1;
            }
        }
        return lines;
    }

    private void add(List<Line> paragraph) {
        if (paragraph.isEmpty()) {
            return;
        }
        String words = String.join(" ", paragraph.stream().map(Line::words).toList());
        SourceRange source = new SourceRange(
                paragraph.getFirst().start(), paragraph.getLast().end());
        TextBlock block = new TextBlock(
                blocks.size(), root, BlockKind.PARAGRAPH, 0, words, Words.count(words), 0, 0, 0, 0, source);
        if (blocks.size() == BlockBuilder.MOST_BLOCKS) {
            throw new TooManyNodesException(BlockBuilder.MOST_BLOCKS, "paragraphs");
        }
        blocks.add(block);
        root.addBlock(block);
        paragraph.clear();
    }
}
