package org.onrecord.scraper.extract.removal.candidate;

import java.util.List;

import org.onrecord.scraper.extract.metadata.Likeness;
import org.onrecord.scraper.extract.metadata.Metadata;
import org.onrecord.scraper.extract.metadata.WordBag;
import org.onrecord.scraper.extract.page.Page;
import org.onrecord.scraper.extract.page.Region;
import org.onrecord.scraper.extract.page.TextBlock;
import org.onrecord.scraper.extract.page.Trait;

/**
 * What a rule may know of the article around a block.
 *
 * @param page the page
 * @param body the region that holds the article
 * @param title the headline, normalised
 * @param description the page's own summary, normalised
 * @param authors the authors' names, normalised
 * @param linkedBody the text in the page's JSON-LD; empty if it has none
 * @param traits for each region of the page, the traits of it and those around it below the body
 * @param titleWords the words of {@code title}
 * @param descriptionWords the words of {@code description}
 * @param words the words of the page's blocks
 */
public record ArticleContext(
        Page page,
        Region body,
        String title,
        String description,
        List<String> authors,
        String linkedBody,
        int[] traits,
        WordBag titleWords,
        WordBag descriptionWords,
        BlockWords words) {
    /** A name given to more of the body than this is the body's own, whatever it says. */
    private static final double PART_OF_BODY = 0.4;

    private static final double MOST_IN_GALLERY = 0.5;
    private static final int FEWEST_WORDS_OF_GALLERY = 60;

    /** The context of a page whose body was found. */
    public static ArticleContext of(Page page, Region body, Metadata metadata) {
        String title = Likeness.normalised(metadata.title().orElse(""));
        String description = Likeness.normalised(metadata.description().orElse(""));
        return new ArticleContext(
                page,
                body,
                title,
                description,
                metadata.authors().stream().map(Likeness::normalised).toList(),
                metadata.linkedBody().orElse(""),
                traits(page, body),
                WordBag.of(title),
                WordBag.of(description),
                new BlockWords(page.blocks()));
    }

    private static int[] traits(Page page, Region body) {
        int[] traits = new int[page.regions().size()];
        int believed = ~coversTheBody(page, body);
        double limit = Math.max(40, body.words() * PART_OF_BODY);
        for (Region region : page.regions()) {
            boolean around = region.encloses(body);
            int own = around || region.words() > limit ? 0 : region.traits() & believed;
            int inherited = region.parent() == null ? 0 : traits[region.parent().order()];
            traits[region.order()] = own | inherited;
        }
        return traits;
    }

    /** Names that most of the body's paragraphs bear, each in a box of its own, tell nothing of them. */
    private static int coversTheBody(Page page, Region body) {
        int gallery = 0;
        int prose = 0;
        for (TextBlock block : page.blocks().subList(body.firstBlock(), body.blockEnd())) {
            if (block.isRunningText()
                    && block.endsSentence()
                    && block.region().tag().equals("p")) {
                prose += block.words();
                gallery += isWithin(block, body, Trait.GALLERY) && !isWithin(block, body, Trait.CAPTION)
                        ? block.words()
                        : 0;
            }
        }
        return gallery >= FEWEST_WORDS_OF_GALLERY && gallery > MOST_IN_GALLERY * prose ? Trait.GALLERY.bit() : 0;
    }

    private static boolean isWithin(TextBlock block, Region body, Trait trait) {
        for (Region at = block.region(); at != null && at != body; at = at.parent()) {
            if (at.has(trait)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the block is one of the body's. */
    public boolean holds(TextBlock block) {
        return block.order() >= body.firstBlock() && block.order() < body.blockEnd();
    }

    /** Whether the block stands in an element of that name below the body. */
    public boolean inside(TextBlock block, String tag) {
        for (Region at = block.region(); at != null && at != body; at = at.parent()) {
            if (at.tag().equals(tag)) {
                return true;
            }
        }
        return false;
    }

    /** A block of the page by its {@link TextBlock#order()}, in the body or not. */
    public TextBlock block(int order) {
        return page.blocks().get(order);
    }
}
