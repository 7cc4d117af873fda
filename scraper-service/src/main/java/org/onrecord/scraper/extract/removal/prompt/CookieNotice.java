package org.onrecord.scraper.extract.removal.prompt;

import org.onrecord.contracts.RemovalReason;
import org.onrecord.scraper.extract.page.Trait;
import org.onrecord.scraper.extract.removal.candidate.Candidate;
import org.onrecord.scraper.extract.removal.candidate.Rule;
import org.onrecord.scraper.extract.removal.wording.Wording;

/** A request for consent to cookies or to embedded content. */
public final class CookieNotice implements Rule {
    private static final Wording WORDING = Wording.contains(
                    80,
                    "(?:we|this (?:site|website)) uses? cookies",
                    "accept (?:all )?cookies",
                    "your (?:cookie|privacy) (?:settings|preferences|choices)",
                    "this content is (?:hosted|provided) by a third party",
                    "agree to our (?:terms|privacy)",
                    "our privacy policy")
            .with("cookie", "privacy", "third party", "terms");

    @Override
    public RemovalReason reason() {
        return RemovalReason.COOKIE_NOTICE;
    }

    @Override
    public boolean removes(Candidate candidate) {
        return candidate.marked(Trait.COOKIE) || WORDING.in(candidate);
    }
}
