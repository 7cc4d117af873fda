package org.onrecord.scraper.extract.removal.repeat;

import org.onrecord.contracts.RemovalReason;
import org.onrecord.scraper.extract.removal.candidate.Candidate;
import org.onrecord.scraper.extract.removal.candidate.Rule;

/** The headline, which the article gives as its title already. */
public final class DuplicateHeadline implements Rule {
    private static final int LONGEST = 40;
    private static final double ALIKE = 0.85;

    @Override
    public RemovalReason reason() {
        return RemovalReason.DUPLICATE_HEADLINE;
    }

    @Override
    public boolean removes(Candidate candidate) {
        String title = candidate.article().title();
        if (title.isEmpty() || candidate.words() > LONGEST) {
            return false;
        }
        if (candidate.block().headingLevel() == 1 && !candidate.proseWentBefore()) {
            return true;
        }
        return candidate.isAboutAsLongAs(title) && saysTheSame(candidate, title);
    }

    private static boolean saysTheSame(Candidate candidate, String title) {
        return candidate.normalised().equals(title)
                || candidate.words() >= 4
                        && !candidate.block().endsSentence()
                        && candidate
                                .article()
                                .words()
                                .bag(candidate.block())
                                .isLike(candidate.article().titleWords(), ALIKE);
    }
}
