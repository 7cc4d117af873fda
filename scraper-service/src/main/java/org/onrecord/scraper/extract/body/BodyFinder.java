package org.onrecord.scraper.extract.body;

import java.util.ArrayList;
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
    private BodyFinder() {}

    /** The smallest region that holds the article; the root where nothing is better. */
    public static Region find(Page page) {
        double[] worth = new double[page.blocks().size() + 1];
        for (TextBlock block : page.blocks()) {
            worth[block.order() + 1] = worth[block.order()] + worth(page, block);
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

    private static double worth(Page page, TextBlock block) {
        double worth = block.isRunningText() ? block.words() - 3.0 * block.linkWords() : -5 - block.linkWords();
        return worth > 0 && isForeign(page, block) ? -worth / 4 : worth;
    }

    private static boolean isForeign(Page page, TextBlock block) {
        int half = page.root().words() / 2;
        for (Region at = block.region(); at != null && at.words() <= half; at = at.parent()) {
            if (at.has(Trait.COMMENTS)
                    || at.has(Trait.FOOTER)
                    || at.has(Trait.SIDEBAR)
                    || at.has(Trait.NAVIGATION)
                    || at.has(Trait.RELATED)
                    || at.has(Trait.COOKIE)
                    || at.has(Trait.OVERLAY)
                    || at.has(Trait.HIDDEN)) {
                return true;
            }
        }
        return false;
    }

    /** The blocks of the region. */
    public static List<TextBlock> blocks(Page page, Region body) {
        return new ArrayList<>(page.blocks().subList(body.firstBlock(), body.blockEnd()));
    }
}
