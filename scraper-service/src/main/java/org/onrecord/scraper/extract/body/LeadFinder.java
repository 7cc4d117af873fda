package org.onrecord.scraper.extract.body;

import java.util.HashSet;
import java.util.Set;

import org.onrecord.scraper.extract.metadata.WordBag;
import org.onrecord.scraper.extract.page.Region;
import org.onrecord.scraper.extract.page.TextBlock;
import org.onrecord.scraper.extract.page.Trait;
import org.onrecord.scraper.extract.removal.candidate.ArticleContext;
import org.onrecord.scraper.extract.removal.candidate.BlockWords;

/**
 * What the article says first, where it stands outside the body, between headline and picture: first paragraphs, a
 * standfirst, key points, unless the body says them again. The shortest standfirsts are slogans and are no part of it.
 */
final class LeadFinder {
    private static final int FEWEST_WORDS = 30;
    private static final int FEWEST_STANDFIRST_WORDS = 6;
    private static final int FEWEST_WORDS_WITH_STOP = 9;
    private static final int FEWEST_WORDS_WITHOUT_STOP = 12;
    private static final int MOST = 12;
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

    /** Names that standfirsts have too: a teaser, a font that is secondary. */
    private static final int GIVEN_TO_STANDFIRSTS = Trait.bits(Trait.RELATED, Trait.SIDEBAR);

    private LeadFinder() {}

    static Set<TextBlock> find(ArticleContext article) {
        Set<TextBlock> leads = new HashSet<>();
        int body = article.body().firstBlock();
        int headline = headline(article);
        for (int order = headline; order < body && leads.size() < MOST; order++) {
            TextBlock block = article.page().blocks().get(order);
            boolean standfirst =
                    isStandfirst(block, article) || isKeyPoint(block) || order == headline + 1 && isTeaser(block);
            boolean says = standfirst || isParagraph(block);
            if (says && !isForeign(block, article, standfirst) && !isRepeated(block, article)) {
                leads.add(block);
            }
        }
        return leads;
    }

    /** Where the headline stands first, not too far above the body; the body's start if it does not. */
    private static int headline(ArticleContext article) {
        int body = article.body().firstBlock();
        for (int order = Math.max(0, body - LOOKED_BACK);
                order < body && !article.title().isEmpty();
                order++) {
            TextBlock block = article.page().blocks().get(order);
            if (BlockWords.mayBegin(block, article.title())
                    && article.words().normalised(block).equals(article.title())) {
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
                && block.words() >= (block.endsSentence() ? FEWEST_WORDS_WITH_STOP : FEWEST_WORDS_WITHOUT_STOP)
                && block.headingLevel() != 1
                && block.linkDensity() < MOST_LINKS;
    }

    /** What leads into other stories elsewhere leads into this one where it stands right under the headline. */
    private static boolean isTeaser(TextBlock block) {
        return block.region().has(Trait.RELATED)
                && block.links() == 0
                && block.words() >= FEWEST_STANDFIRST_WORDS
                && block.headingLevel() != 1;
    }

    /** What the article says in short, in a list of its own. */
    private static boolean isKeyPoint(TextBlock block) {
        Region list = block.region().parent();
        return block.region().tag().equals("li")
                && block.words() >= FEWEST_STANDFIRST_WORDS
                && block.linkDensity() < MOST_LINKS
                && list != null
                && (list.has(Trait.KEY_POINTS)
                        || list.parent() != null && list.parent().has(Trait.KEY_POINTS));
    }

    private static boolean isForeign(TextBlock block, ArticleContext article, boolean standfirst) {
        int foreign = standfirst ? FOREIGN & ~GIVEN_TO_STANDFIRSTS : FOREIGN;
        for (Region at = block.region(); at != null && !at.encloses(article.body()); at = at.parent()) {
            if ((at.traits() & foreign) != 0) {
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
