package org.onrecord.scraper.extract.body;

import java.util.Optional;

import org.onrecord.scraper.extract.metadata.WordBag;
import org.onrecord.scraper.extract.page.Region;
import org.onrecord.scraper.extract.page.TextBlock;
import org.onrecord.scraper.extract.page.Trait;
import org.onrecord.scraper.extract.removal.ArticleContext;

/**
 * The article's first paragraph where it stands outside the body, between headline and picture: of the length of a
 * paragraph and said nowhere else. A shorter line is a standfirst, which sums the article up and is not part of it.
 */
final class LeadFinder {
    private static final int FEWEST_WORDS = 30;
    private static final int LOOKED_BACK = 40;
    private static final int COMPARED_BLOCKS = 6;
    private static final double REPEATED = 0.5;
    private static final int FOREIGN = Trait.bits(
            Trait.CAPTION,
            Trait.CREDIT,
            Trait.GALLERY,
            Trait.BIO,
            Trait.BYLINE,
            Trait.RELATED,
            Trait.NAVIGATION,
            Trait.NEWSLETTER,
            Trait.PAYWALL,
            Trait.COOKIE,
            Trait.ADVERTISEMENT,
            Trait.SIDEBAR,
            Trait.OVERLAY,
            Trait.HIDDEN,
            Trait.COPYRIGHT);

    private LeadFinder() {}

    static Optional<TextBlock> find(ArticleContext article) {
        int body = article.body().firstBlock();
        for (int order = headline(article); order < body; order++) {
            TextBlock block = article.page().blocks().get(order);
            if (isParagraph(block) && !isForeign(block, article) && !isRepeated(block, article)) {
                return Optional.of(block);
            }
        }
        return Optional.empty();
    }

    /** Where the headline stands first, not too far above the body; the body's start if it does not. */
    private static int headline(ArticleContext article) {
        int body = article.body().firstBlock();
        for (int order = Math.max(0, body - LOOKED_BACK);
                order < body && !article.title().isEmpty();
                order++) {
            if (article.words().normalised(article.page().blocks().get(order)).equals(article.title())) {
                return order;
            }
        }
        return body;
    }

    private static boolean isParagraph(TextBlock block) {
        return block.words() >= FEWEST_WORDS && block.endsSentence() && block.linkDensity() < 0.3 && !block.isHeading();
    }

    private static boolean isForeign(TextBlock block, ArticleContext article) {
        for (Region at = block.region(); at != null && !at.encloses(article.body()); at = at.parent()) {
            if ((at.traits() & FOREIGN) != 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRepeated(TextBlock block, ArticleContext article) {
        WordBag words = article.words().bag(block);
        int compared = 0;
        for (int order = article.body().firstBlock();
                order < article.body().blockEnd() && compared < COMPARED_BLOCKS;
                order++) {
            TextBlock other = article.page().blocks().get(order);
            if (other.isRunningText()) {
                compared++;
                if (words.isLike(article.words().bag(other), REPEATED)) {
                    return true;
                }
            }
        }
        return false;
    }
}
