package org.onrecord.scraper.extract.removal.repeat;

import java.util.Locale;

import org.onrecord.contracts.RemovalReason;
import org.onrecord.scraper.extract.page.Region;
import org.onrecord.scraper.extract.page.TextBlock;
import org.onrecord.scraper.extract.removal.candidate.ArticleContext;
import org.onrecord.scraper.extract.removal.candidate.Candidate;
import org.onrecord.scraper.extract.removal.candidate.Rule;

/** A sentence of the article that is printed again in a box of its own, with or without the name of who said it. */
public final class PullQuote implements Rule {
    private static final int FEWEST_WORDS = 4;
    private static final int LONGEST = 70;
    private static final int LONGEST_NAME = 8;
    private static final int LOOKED_AT = 40;
    private static final int BOXES_UP = 3;

    @Override
    public RemovalReason reason() {
        return RemovalReason.OTHER;
    }

    @Override
    public boolean removes(Candidate candidate) {
        if (!isBoxed(candidate.block().region())) {
            return false;
        }
        if (isSaidInProse(candidate, candidate.block())) {
            return true;
        }
        return candidate.words() <= LONGEST_NAME
                && candidate
                        .previous()
                        .filter(before -> sharesBox(before, candidate.block()) && isSaidInProse(candidate, before))
                        .isPresent();
    }

    private static boolean isBoxed(Region region) {
        Region at = region;
        for (int up = 0; up < BOXES_UP && at != null && at.words() <= LONGEST; up++, at = at.parent()) {
            String tag = at.tag();
            if (tag.equals("blockquote") || tag.equals("aside") || tag.equals("figure") || namesQuote(at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean namesQuote(Region region) {
        return region.element().className().toLowerCase(Locale.ROOT).contains("quote");
    }

    private static boolean sharesBox(TextBlock before, TextBlock after) {
        Region box = after.region();
        for (int up = 0; up < BOXES_UP && box != null && box.words() <= LONGEST; up++, box = box.parent()) {
            if (box.encloses(before.region())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSaidInProse(Candidate candidate, TextBlock quote) {
        if (quote.words() < FEWEST_WORDS || quote.words() > LONGEST) {
            return false;
        }
        ArticleContext article = candidate.article();
        String words = article.words().normalised(quote);
        int first = Math.max(article.body().firstBlock(), quote.order() - LOOKED_AT);
        int end = Math.min(article.body().blockEnd(), quote.order() + LOOKED_AT);
        for (int order = first; order < end; order++) {
            TextBlock other = article.block(order);
            if (order != quote.order()
                    && other.isRunningText()
                    && other.words() > quote.words()
                    && !isBoxed(other.region())
                    && article.words().normalised(other).contains(words)) {
                return true;
            }
        }
        return false;
    }
}
