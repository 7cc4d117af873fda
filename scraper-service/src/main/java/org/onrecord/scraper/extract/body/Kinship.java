package org.onrecord.scraper.extract.body;

import java.util.HashSet;
import java.util.Set;

import org.onrecord.scraper.extract.page.Page;
import org.onrecord.scraper.extract.page.Region;
import org.onrecord.scraper.extract.page.TextBlock;

/**
 * A body that is split over several containers, with other things between them, has paragraphs of one make in all of
 * them: the same element, class and parent. Where such paragraphs stand outside the region found, the region around both
 * is the body.
 */
final class Kinship {
    private static final double FEWEST_WORDS = 20;
    private static final double FEWEST_WORDS_BESIDE_ONE = 10;
    private static final double SMALLEST_SHARE = 0.15;
    private static final int HIGHEST = 12;
    private static final double TRUSTED = 0.5;

    private Kinship() {}

    static Region widened(Page page, Region found, double[] trust) {
        Region body = found;
        int level = 0;
        for (Region around = found.parent();
                around != null && around.parent() != null && level < HIGHEST;
                around = around.parent(), level++) {
            double outside = kinOutside(page, body, around, trust);
            double fewest = body.tag().equals("p") ? FEWEST_WORDS_BESIDE_ONE : FEWEST_WORDS;
            if (outside >= Math.max(fewest, SMALLEST_SHARE * body.proseWords())) {
                body = around;
            }
        }
        return body;
    }

    private static double kinOutside(Page page, Region body, Region around, double[] trust) {
        Set<String> makes = new HashSet<>();
        for (TextBlock block : page.blocks().subList(body.firstBlock(), body.blockEnd())) {
            if (block.isRunningText()) {
                makes.add(block.region().make());
            }
        }
        int words = 0;
        for (TextBlock block : page.blocks().subList(around.firstBlock(), around.blockEnd())) {
            boolean outside = block.order() < body.firstBlock() || block.order() >= body.blockEnd();
            if (outside
                    && block.isRunningText()
                    && trust[block.region().order()] > TRUSTED
                    && makes.contains(block.region().make())) {
                words += block.words();
            }
        }
        return words;
    }
}
