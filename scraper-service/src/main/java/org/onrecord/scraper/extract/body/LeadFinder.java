package org.onrecord.scraper.extract.body;

import java.util.Optional;

import org.onrecord.scraper.extract.metadata.WordBag;
import org.onrecord.scraper.extract.page.Region;
import org.onrecord.scraper.extract.page.TextBlock;
import org.onrecord.scraper.extract.page.Trait;
import org.onrecord.scraper.extract.removal.ArticleContext;

/**
 * What the article says first, where it stands outside the body, between headline and picture: a first paragraph, or a
 * standfirst in a whole sentence, unless the body says it again. Shorter standfirsts are slogans and are no part of it.
 */
final class LeadFinder {
    private static final int FEWEST_WORDS = 30;
    private static final int FEWEST_STANDFIRST_WORDS = 12;
    private static final int LOOKED_BACK = 40;
    private static final int COMPARED_BLOCKS = 6;
    private static final double REPEATED = 0.5;
    private static final double MOST_LINKS = 0.3;
    private static final double DESCRIBED = 0.8;
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
            boolean says = isParagraph(block) || isStandfirst(block, article);
            if (says && !isForeign(block, article) && !isRepeated(block, article)) {
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
        return block.words() >= FEWEST_WORDS
                && block.endsSentence()
                && block.linkDensity() < MOST_LINKS
                && !block.isHeading();
    }

    private static boolean isStandfirst(TextBlock block, ArticleContext article) {
        boolean named = (block.region().traits() & Trait.STANDFIRST.bit()) != 0
                || article.words().bag(block).isLike(article.descriptionWords(), DESCRIBED);
        return named
                && block.words() >= FEWEST_STANDFIRST_WORDS
                && block.endsSentence()
                && block.linkDensity() < MOST_LINKS;
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
