package org.onrecord.scraper.extract.removal;

import org.onrecord.contracts.RemovalReason;
import org.onrecord.scraper.extract.page.Trait;
import org.onrecord.scraper.extract.removal.candidate.Candidate;
import org.onrecord.scraper.extract.removal.candidate.Rule;

/** Text that is on the page for screen readers or scripts, and that no reader sees. */
final class HiddenText implements Rule {

    @Override
    public RemovalReason reason() {
        return RemovalReason.HIDDEN;
    }

    @Override
    public boolean removes(Candidate candidate) {
        return candidate.marked(Trait.HIDDEN);
    }
}
