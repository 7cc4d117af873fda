package org.onrecord.scraper.extract.body;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.onrecord.scraper.extract.page.TextBlock;
import org.onrecord.scraper.extract.removal.Rules;
import org.onrecord.scraper.extract.removal.candidate.ArticleContext;
import org.onrecord.scraper.extract.removal.candidate.Candidate;

/** Headings of one make, each with a paragraph that stays beneath it, stay together: the first looks like a label of the page. */
final class HeadingJudge {
    private static final int FEWEST_KEPT = 2;

    private HeadingJudge() {}

    static List<Judgement> withHeadingsOfOneMake(ArticleContext article, List<Judgement> judgements) {
        Map<String, Integer> kept = new HashMap<>();
        for (Judgement judgement : judgements) {
            if (judgement.removedFor().isEmpty() && judgement.block().headingLevel() > 1) {
                kept.merge(judgement.block().region().make(), 1, Integer::sum);
            }
        }
        if (kept.isEmpty()) {
            return judgements;
        }
        List<Judgement> together = new ArrayList<>(judgements);
        for (int order = article.body().firstBlock(); order + 1 < article.body().blockEnd(); order++) {
            TextBlock block = judgements.get(order).block();
            Judgement next = judgements.get(order + 1);
            boolean lost = judgements.get(order).removedFor().isPresent()
                    && block.headingLevel() > 1
                    && block.links() == 0
                    && next.removedFor().isEmpty()
                    && next.block().isRunningText();
            if (lost
                    && kept.getOrDefault(block.region().make(), 0) >= FEWEST_KEPT
                    && Rules.reason(new Candidate(article, block)).isEmpty()) {
                together.set(order, new Judgement(block, Optional.empty()));
            }
        }
        return together;
    }
}
