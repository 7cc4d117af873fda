package org.onrecord.scraper.extract.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.onrecord.contracts.RemovalReason;
import org.onrecord.scraper.extract.page.Region;
import org.onrecord.scraper.extract.page.TextBlock;
import org.onrecord.scraper.extract.removal.candidate.ArticleContext;

/** A table of data is the article's or not as a whole: single cells, a name or a figure, look like nothing. */
final class TableJudge {
    private static final int FEWEST_CELLS = 4;
    private static final double MOST_PROSE = 0.5;
    private static final double MOST_LINKED = 0.5;
    private static final double FEWEST_KEPT = 0.2;

    /** What is not said of the look of a cell, but of what it is. */
    private static final Set<RemovalReason> BY_NAME = Set.of(
            RemovalReason.HIDDEN, RemovalReason.COMMENTS, RemovalReason.RELATED_LINKS, RemovalReason.ADVERTISEMENT);

    private TableJudge() {}

    static List<Judgement> wholeTables(ArticleContext article, List<Judgement> judgements) {
        List<Judgement> whole = null;
        int after = 0;
        for (Region region : article.page().regions()) {
            boolean data = region.tag().equals("table")
                    && region.firstBlock() >= after
                    && region.firstBlock() >= article.body().firstBlock()
                    && region.blockEnd() <= article.body().blockEnd()
                    && isOfData(region);
            if (data) {
                whole = whole == null ? new ArrayList<>(judgements) : whole;
                judge(region, whole);
                after = region.blockEnd();
            }
        }
        return whole == null ? judgements : whole;
    }

    private static boolean isOfData(Region table) {
        return table.blockEnd() - table.firstBlock() >= FEWEST_CELLS
                && table.proseWords() < MOST_PROSE * table.words()
                && table.linkDensity() < MOST_LINKED;
    }

    private static void judge(Region table, List<Judgement> judgements) {
        int kept = 0;
        int all = 0;
        Optional<RemovalReason> reason = Optional.empty();
        for (Judgement judgement : judgements.subList(table.firstBlock(), table.blockEnd())) {
            int words = Math.max(1, judgement.block().words());
            all += words;
            if (judgement.removedFor().isEmpty()) {
                kept += words;
            } else {
                reason = reason.or(judgement::removedFor);
            }
            if (judgement.removedFor().filter(BY_NAME::contains).isPresent()) {
                return;
            }
        }
        boolean keep = kept >= FEWEST_KEPT * all;
        for (int i = table.firstBlock(); i < table.blockEnd(); i++) {
            TextBlock cell = judgements.get(i).block();
            judgements.set(i, new Judgement(cell, keep ? Optional.empty() : reason));
        }
    }
}
