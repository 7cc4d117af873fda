package org.onrecord.scraper.extract.removal.candidate;

import java.util.List;

import org.onrecord.scraper.extract.metadata.Likeness;
import org.onrecord.scraper.extract.metadata.WordBag;
import org.onrecord.scraper.extract.page.TextBlock;

/** The normalised words of a page's blocks, made when first asked for and kept. Not thread-safe. */
public final class BlockWords {
    /** A word may be a megabyte long; nothing that is decided by wording is. */
    private static final int LONGEST_ASKED = 4_000;

    private final String[] normalised;
    private final WordBag[] bags;

    BlockWords(List<TextBlock> blocks) {
        this.normalised = new String[blocks.size()];
        this.bags = new WordBag[blocks.size()];
    }

    /** The block's text as it stands on the page, up to the length that rules ask for. */
    public static String beginning(TextBlock block) {
        return block.text().length() > LONGEST_ASKED ? block.text().substring(0, LONGEST_ASKED) : block.text();
    }

    /** Whether the normalised text may begin with these normalised words, by the first letter: saves normalising it. */
    public static boolean mayBegin(TextBlock block, String words) {
        String text = block.text();
        for (int i = 0; i < text.length() && !words.isEmpty(); i++) {
            char c = text.charAt(i);
            if (c > 127) {
                return true;
            }
            if (Character.isLetterOrDigit(c)) {
                return Character.toLowerCase(c) == words.charAt(0);
            }
        }
        return words.isEmpty();
    }

    /** The block's text as {@link Likeness#normalised} has it. */
    public String normalised(TextBlock block) {
        String words = normalised[block.order()];
        if (words == null) {
            words = Likeness.normalised(beginning(block));
            normalised[block.order()] = words;
        }
        return words;
    }

    /** The words of it. */
    public WordBag bag(TextBlock block) {
        WordBag bag = bags[block.order()];
        if (bag == null) {
            bag = WordBag.of(normalised(block));
            bags[block.order()] = bag;
        }
        return bag;
    }
}
