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
    /** Names that are as good as never wrong, even of a region that holds most of the page's prose. */
    private static final int SURELY_FOREIGN = Trait.bits(Trait.COMMENTS, Trait.COOKIE, Trait.NAVIGATION);
    /** Names that are often given to the whole column around an article. */
    private static final int PERHAPS_FOREIGN = Trait.bits(
            Trait.FOOTER,
            Trait.SIDEBAR,
            Trait.RELATED,
            Trait.OVERLAY,
            Trait.HIDDEN,
            Trait.NEWSLETTER,
            Trait.BIO,
            Trait.ADVERTISEMENT,
            Trait.COPYRIGHT);

    private static final double MOST_OF_THE_PAGE = 0.9;
    private static final double LARGE_PART = 0.3;

    private BodyFinder() {}

    /** The smallest region that holds the article; the root where nothing is better. */
    public static Region find(Page page) {
        boolean[] foreign = foreign(page);
        double[] worth = new double[page.blocks().size() + 1];
        for (TextBlock block : page.blocks()) {
            worth[block.order() + 1] = worth[block.order()] + worth(block, foreign[block.region().order()]);
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
        return best;
    }

    private static double worth(TextBlock block, boolean foreign) {
        double worth = block.isRunningText() ? block.words() - 3.0 * block.linkWords() : -5 - block.linkWords();
        return worth > 0 && foreign ? -worth / 4 : worth;
    }

    /** For each region, whether it or one around it is named for something other than the article. */
    private static boolean[] foreign(Page page) {
        List<Region> regions = page.regions();
        boolean[] foreign = new boolean[regions.size()];
        int prose = Math.max(1, page.root().proseWords());
        for (Region region : regions) {
            double share = (double) region.proseWords() / prose;
            boolean named = (region.traits() & SURELY_FOREIGN) != 0 && share < MOST_OF_THE_PAGE
                    || (region.traits() & PERHAPS_FOREIGN) != 0 && share < LARGE_PART;
            foreign[region.order()] = named || region.parent() != null && foreign[region.parent().order()];
        }
        return foreign;
    }
}
