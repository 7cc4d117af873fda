package org.onrecord.scraper.extract.body;

import java.util.List;

import org.onrecord.scraper.extract.page.Page;
import org.onrecord.scraper.extract.page.Region;
import org.onrecord.scraper.extract.page.TextBlock;
import org.onrecord.scraper.extract.page.Trait;

/**
 * Finds the region that holds the article: the one whose blocks are worth most together, where prose counts for its
 * words and everything else against it (maximum subsequence segmentation, Pasternack and Roth 2009, over the tree).
 */
public final class BodyFinder {
    /** Names that are as good as never wrong. */
    private static final int SURELY_FOREIGN = Trait.bits(Trait.COMMENTS, Trait.COOKIE, Trait.FOOTER);
    /** Names that are also given to the whole column around an article. */
    private static final int PERHAPS_FOREIGN = Trait.bits(
            Trait.NAVIGATION,
            Trait.SIDEBAR,
            Trait.RELATED,
            Trait.OVERLAY,
            Trait.HIDDEN,
            Trait.NEWSLETTER,
            Trait.BIO,
            Trait.CAPTION,
            Trait.ADVERTISEMENT,
            Trait.COPYRIGHT);

    /** A region with more than these shares of the page's prose is not foreign whatever its name. */
    private static final double MOST_OF_THE_PAGE = 0.9;

    private static final double LARGE_PART = 0.3;
    private static final double LEAST_UNDER_HEADLINE = 0.2;
    private static final double WORTH_IF_SURELY_FOREIGN = -0.25;
    private static final double WORTH_IF_PERHAPS_FOREIGN = 0.1;

    private static final int FEWEST_WORDS_OF_SENTENCE = 15;
    private static final double COST_OF_SCRAP = 5;
    private static final double COST_OF_LINK_WORD = 3;

    private static final double TRUSTED = 0.5;
    private static final int FEWEST_WORDS_OUTSIDE = 20;
    private static final double SMALLEST_SHARE_OUTSIDE = 0.05;

    private BodyFinder() {}

    /** The smallest region that holds the article; the root where nothing is better. */
    public static Region find(Page page) {
        double[] trust = trust(page);
        double[] worth = new double[page.blocks().size() + 1];
        for (TextBlock block : page.blocks()) {
            worth[block.order() + 1] =
                    worth[block.order()] + worth(block, trust[block.region().order()]);
        }
        Region best = page.root();
        double most = Double.NEGATIVE_INFINITY;
        for (Region region : page.regions()) {
            double sum = worth[region.blockEnd()] - worth[region.firstBlock()];
            if (sum > most || sum == most && best.encloses(region)) {
                most = sum;
                best = region;
            }
        }
        return toArticle(page, Kinship.widened(page, best, trust), trust);
    }

    /** The whole of the {@code article} that holds the headline too, where sentences of it stand outside what was found. */
    private static Region toArticle(Page page, Region found, double[] trust) {
        Region article = found;
        while (article != null && !article.tag().equals("article")) {
            article = article.parent();
        }
        if (article == null || article == found) {
            return found;
        }
        boolean headed = false;
        int told = 0;
        int linked = 0;
        for (TextBlock block : page.blocks().subList(article.firstBlock(), article.blockEnd())) {
            headed |= block.headingLevel() == 1;
            if (block.order() < found.firstBlock() || block.order() >= found.blockEnd()) {
                boolean tells = isSentence(block) && trust[block.region().order()] > TRUSTED;
                told += tells ? block.words() - block.linkWords() : 0;
                linked += tells ? 0 : block.linkWords();
            }
        }
        boolean tells = headed && told >= FEWEST_WORDS_OUTSIDE && told >= SMALLEST_SHARE_OUTSIDE * found.proseWords();
        return tells && linked <= told ? article : found;
    }

    private static double worth(TextBlock block, double trust) {
        double worth = isSentence(block)
                ? block.words() - block.linkWords()
                : block.isRunningText()
                        ? block.words() - COST_OF_LINK_WORD * block.linkWords()
                        : -COST_OF_SCRAP - block.linkWords();
        return worth > 0 ? worth * trust : worth;
    }

    /** Some writers put links into every sentence. */
    private static boolean isSentence(TextBlock block) {
        return block.region().tag().equals("p")
                && block.words() >= FEWEST_WORDS_OF_SENTENCE
                && block.endsSentence()
                && block.linkWords() * 2 < block.words();
    }

    /** For each region, what its prose counts for, by its own name and the names around it. */
    private static double[] trust(Page page) {
        List<Region> regions = page.regions();
        double[] trust = new double[regions.size()];
        int prose = Math.max(1, page.root().proseWords());
        boolean[] hasHeadline = new boolean[regions.size()];
        for (TextBlock block : page.blocks()) {
            for (Region at = block.headingLevel() == 1 ? block.region() : null;
                    at != null && !hasHeadline[at.order()];
                    at = at.parent()) {
                hasHeadline[at.order()] = true;
            }
        }
        for (Region region : regions) {
            double share = (double) region.proseWords() / prose;
            double around = region.parent() == null ? 1 : trust[region.parent().order()];
            boolean headed = share > LEAST_UNDER_HEADLINE && hasHeadline[region.order()];
            boolean surely = !headed && (region.traits() & SURELY_FOREIGN) != 0 && share < MOST_OF_THE_PAGE;
            boolean perhaps = !headed && (region.traits() & PERHAPS_FOREIGN) != 0 && share < LARGE_PART;
            double own = surely ? WORTH_IF_SURELY_FOREIGN : perhaps ? WORTH_IF_PERHAPS_FOREIGN : 1;
            trust[region.order()] = Math.min(around, own);
        }
        return trust;
    }
}
