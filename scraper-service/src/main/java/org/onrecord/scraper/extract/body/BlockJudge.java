package org.onrecord.scraper.extract.body;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.onrecord.contracts.RemovalReason;
import org.onrecord.scraper.extract.classify.BlockClassifier;
import org.onrecord.scraper.extract.classify.BlockFeatures;
import org.onrecord.scraper.extract.limit.OutOfTimeException;
import org.onrecord.scraper.extract.page.TextBlock;
import org.onrecord.scraper.extract.removal.LikelyReason;
import org.onrecord.scraper.extract.removal.Rules;
import org.onrecord.scraper.extract.removal.candidate.ArticleContext;
import org.onrecord.scraper.extract.removal.candidate.Candidate;

/**
 * Decides of every block of a page whether it is the article's. Rules come first, since they can say why; of what no rule
 * names, the classifier takes out what looks least like an article, and the likeliest reason is told of it.
 */
public final class BlockJudge {
    /**
     * Below an even chance on purpose: a lost paragraph is worse than a stray line, and most so where it is a sentence.
     * Chosen by cross-validation over domains, where exact matches are most frequent about these.
     */
    private static final double LEAST_FOR_PROSE = 0.2;

    private static final double LEAST_FOR_SCRAPS = 0.35;

    /**
     * Rules that take the heading of a part for the headline, a byline, or a credit. The classifier, which is told what the
     * rule says, keeps what looks like the article's all the same.
     */
    private static final Set<RemovalReason> IN_DOUBT = EnumSet.of(
            RemovalReason.DUPLICATE_HEADLINE,
            RemovalReason.STANDFIRST_REPEAT,
            RemovalReason.BYLINE,
            RemovalReason.IMAGE_CREDIT,
            RemovalReason.TAGS,
            RemovalReason.NAVIGATION);

    private static final double SURE = 0.7;

    private final BlockClassifier classifier;

    public BlockJudge(BlockClassifier classifier) {
        this.classifier = classifier;
    }

    /** The judgements of all blocks of the page, in order. */
    public List<Judgement> judge(ArticleContext article) {
        BlockFeatures features = new BlockFeatures(article);
        Set<TextBlock> leads = LeadFinder.find(article);
        List<Judgement> judgements = new ArrayList<>();
        boolean told = false;
        for (TextBlock block : article.page().blocks()) {
            OutOfTimeException.throwIfInterrupted();
            judgements.add(new Judgement(
                    block,
                    leads.contains(block)
                            ? ofLead(new Candidate(article, block))
                            : removedFor(article, features, block, told)));
            told |= judgements.getLast().removedFor().isEmpty() && block.isRunningText();
        }
        return HeadingJudge.withHeadingsOfOneMake(article, TableJudge.wholeTables(article, judgements));
    }

    /** A standfirst has been judged by its name already. */
    private static Optional<RemovalReason> ofLead(Candidate candidate) {
        return Rules.reason(candidate)
                .filter(reason -> reason != RemovalReason.RELATED_LINKS && reason != RemovalReason.STANDFIRST_REPEAT);
    }

    /** @param told whether a paragraph of the article went before, beneath which a heading may be that of a part */
    private Optional<RemovalReason> removedFor(
            ArticleContext article, BlockFeatures features, TextBlock block, boolean told) {
        Candidate candidate = new Candidate(article, block);
        if (!article.holds(block)) {
            return Optional.of(LikelyReason.outside(candidate));
        }
        if (EmbeddedPost.holds(block, article.body())) {
            return EmbeddedPost.isFrame(block) ? Optional.of(RemovalReason.SHARE) : Optional.empty();
        }
        Optional<RemovalReason> named = Rules.reason(candidate);
        if (named.isPresent()) {
            boolean overruled = block.headingLevel() > 1
                    && told
                    && IN_DOUBT.contains(named.get())
                    && classifier.isLikely(features.of(block, named.get()), SURE);
            return overruled ? Optional.empty() : named;
        }
        double needed = isProse(article, block) ? LEAST_FOR_PROSE : LEAST_FOR_SCRAPS;
        boolean kept = classifier.isLikely(features.of(block, null), needed);
        return kept ? Optional.empty() : Optional.of(LikelyReason.inside(candidate));
    }

    /** A sentence, or the heading of some. */
    private static boolean isProse(ArticleContext article, TextBlock block) {
        if (block.isHeading()
                && block.links() == 0
                && block.order() + 1 < article.body().blockEnd()) {
            return article.page().blocks().get(block.order() + 1).isRunningText();
        }
        return block.isRunningText() && block.endsSentence();
    }
}
