package org.onrecord.scraper.extract.removal.repeat;

import org.onrecord.contracts.RemovalReason;
import org.onrecord.scraper.extract.removal.candidate.Candidate;
import org.onrecord.scraper.extract.removal.candidate.Rule;

/** The summary beneath the headline, which the page declares as its description and prints before the byline. */
public final class StandfirstRepeat implements Rule {
    private static final double EARLY = 0.3;
    private static final int FEWEST_WORDS = 8;

    @Override
    public RemovalReason reason() {
        return RemovalReason.STANDFIRST_REPEAT;
    }

    @Override
    public boolean removes(Candidate candidate) {
        return candidate.position() < EARLY && candidate.words() >= FEWEST_WORDS && candidate.isRepeatedLater();
    }
}
