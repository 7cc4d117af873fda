package org.onrecord.scraper.extract.removal.candidate;

import java.util.Locale;
import java.util.Optional;

import org.onrecord.scraper.extract.metadata.Likeness;
import org.onrecord.scraper.extract.page.Region;
import org.onrecord.scraper.extract.page.TextBlock;
import org.onrecord.scraper.extract.page.Trait;

/** A block of the body, in question. Keeps what it was asked, so not thread-safe. */
public final class Candidate {
    private static final double SAID_AGAIN = 0.7;

    private final ArticleContext article;
    private final TextBlock block;
    private String lowerCase;
    private long openings;

    public Candidate(ArticleContext article, TextBlock block) {
        this.article = article;
        this.block = block;
    }

    /** What may be known of the article around it. */
    public ArticleContext article() {
        return article;
    }

    /** The block itself. */
    public TextBlock block() {
        return block;
    }

    /** Its text as it stands on the page, however long. */
    public String text() {
        return block.text();
    }

    /** How many words it has. */
    public int words() {
        return block.words();
    }

    /** Its text in lower case, up to the length that rules ask for. */
    public String lowerCase() {
        if (lowerCase == null) {
            lowerCase = BlockWords.beginning(block).toLowerCase(Locale.ROOT);
        }
        return lowerCase;
    }

    /** What {@link Openings} tell of its text: has {@link Openings#bit} of each pattern that it may match at its start. */
    public long openings() {
        if (openings == 0) {
            openings = Openings.of(block.text());
        }
        return openings;
    }

    /** Its text as {@link Likeness#normalised} has it. */
    public String normalised() {
        return article.words().normalised(block);
    }

    /** Whether a region around it that is only a part of the body is named for the trait. */
    public boolean marked(Trait trait) {
        return (article.traits()[block.region().order()] & trait.bit()) != 0;
    }

    /** Whether it says what the page declares as its summary. */
    public boolean isDescription() {
        return isAboutAsLongAs(article.description())
                && words() >= 6
                && article.words().bag(block).isLike(article.descriptionWords(), 0.8);
    }

    /** Whether one of the body's first paragraphs says much the same. */
    public boolean isRepeatedInBody() {
        int compared = 0;
        for (int order = article.body().firstBlock(); order < article.body().blockEnd() && compared < 6; order++) {
            TextBlock other = article.block(order);
            if (other.isRunningText()) {
                compared++;
                if (saysMuchTheSame(other)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the next few blocks of the body say much the same. */
    public boolean isRepeatedLater() {
        int end = Math.min(article.body().blockEnd(), block.order() + 8);
        for (int order = block.order() + 1; order < end; order++) {
            if (saysMuchTheSame(article.block(order))) {
                return true;
            }
        }
        return false;
    }

    /** What no reader sees repeats nothing: it may be the same text again for another width of screen. */
    private boolean saysMuchTheSame(TextBlock other) {
        boolean hidden = (article.traits()[other.region().order()] & Trait.HIDDEN.bit()) != 0;
        boolean saysLess = other.words() * 10 < block.words() * 9;
        return !hidden
                && !saysLess
                && article.words().bag(block).isLike(article.words().bag(other), SAID_AGAIN)
                && figures(block.text()).equals(figures(other.text()));
    }

    /** Lines that differ in a figure alone, such as the prices of a list, say different things. */
    private static String figures(String text) {
        StringBuilder figures = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                figures.append(text.charAt(i));
            }
        }
        return figures.toString();
    }

    /** Whether it is a line that begins with an author's name. */
    public boolean opensWithAuthor() {
        return words() <= 15
                && !block.endsSentence()
                && article.authors().stream()
                        .anyMatch(author -> BlockWords.mayBegin(block, author)
                                && normalised().startsWith(author));
    }

    /** Whether its length leaves it open that it says much the same; saves comparing words. */
    public boolean isAboutAsLongAs(String other) {
        int length = block.text().length();
        return length * 2 >= other.length() && length <= 20 + other.length() * 2;
    }

    /** The block before it within the body. */
    public Optional<TextBlock> previous() {
        int order = block.order() - 1;
        return order >= article.body().firstBlock() ? Optional.of(article.block(order)) : Optional.empty();
    }

    /** The block after it within the body. */
    Optional<TextBlock> next() {
        int order = block.order() + 1;
        return order < article.body().blockEnd() ? Optional.of(article.block(order)) : Optional.empty();
    }

    /** Share of the body's blocks that stand before it, 0 to 1. */
    public double position() {
        int blocks = article.body().blockEnd() - article.body().firstBlock();
        return blocks == 0 ? 0 : (double) (block.order() - article.body().firstBlock()) / blocks;
    }

    /** Whether at least that many blocks of running text stand after it in the body. */
    public boolean proseFollows(int blocks) {
        int found = 0;
        for (int order = block.order() + 1; order < article.body().blockEnd() && found < blocks; order++) {
            found += article.block(order).isRunningText() ? 1 : 0;
        }
        return found >= blocks;
    }

    /** Whether running text stands before it in the body. */
    public boolean proseWentBefore() {
        for (int order = article.body().firstBlock(); order < block.order(); order++) {
            if (article.block(order).isRunningText()) {
                return true;
            }
        }
        return false;
    }

    /** Whether the block after it is a sentence or more. */
    public boolean headsProse() {
        return next().filter(after -> after.isRunningText() && after.endsSentence() && !after.isHeading())
                .isPresent();
    }

    /** The outermost region of at most that many words around it, below the body. */
    public Region wrapper(int words) {
        Region at = block.region();
        while (at.parent() != null
                && at.parent() != article.body()
                && at.parent().words() <= words) {
            at = at.parent();
        }
        return at;
    }
}
