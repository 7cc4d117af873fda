package org.onrecord.scraper.extract.removal.prompt;

import org.onrecord.contracts.RemovalReason;
import org.onrecord.scraper.extract.page.Trait;
import org.onrecord.scraper.extract.removal.candidate.Candidate;
import org.onrecord.scraper.extract.removal.candidate.Rule;
import org.onrecord.scraper.extract.removal.wording.Wording;

/** Readers talking about the article, and the form to join them. */
public final class CommentThread implements Rule {
    private static final Wording WORDING = Wording.is(
            "(?:\\d+ )?comments?(?: \\(\\d+\\))?",
            "(?:leave|post|add|write) a (?:comment|reply)",
            "join the (?:conversation|discussion)",
            "(?:view|show|read|hide) (?:all )?(?:\\d+ )?comments?",
            "what do you think",
            "let us know (?:in the comments|what you think).{0,30}",
            "(?:comments|discussion) (?:are )?closed.{0,20}");

    @Override
    public RemovalReason reason() {
        return RemovalReason.COMMENTS;
    }

    @Override
    public boolean removes(Candidate candidate) {
        return candidate.marked(Trait.COMMENTS) || WORDING.in(candidate);
    }
}
