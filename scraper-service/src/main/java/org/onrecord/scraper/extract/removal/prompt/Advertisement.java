package org.onrecord.scraper.extract.removal.prompt;

import org.onrecord.contracts.RemovalReason;
import org.onrecord.scraper.extract.page.Trait;
import org.onrecord.scraper.extract.removal.candidate.Candidate;
import org.onrecord.scraper.extract.removal.candidate.Rule;
import org.onrecord.scraper.extract.removal.wording.Wording;

/** Advertising, its label, and what leads past it: "Story continues below advertisement". */
public final class Advertisement implements Rule {
    private static final Wording LABEL = Wording.is(
            "(?:advertisement|advertisements|advertising|advert|ad|sponsored|promoted|paid content|sponsored content)",
            "(?:article|story|post) continues (?:below|after) .{0,30}",
            "(?:scroll|keep scrolling) (?:down )?(?:to|for) .{0,30}",
            "(?:advertisement )?continue reading below",
            "this ad(?:vertisement)? has not loaded yet.{0,60}",
            "skip ad(?:vertisement)?",
            "report (?:this )?ad");
    private static final Wording DISCLOSURE = Wording.contains(
                    80,
                    "(?:may|might|could) (?:earn|receive|get|make) (?:a |an |some )?(?:small )?(?:affiliate )?(?:commission|compensation|revenue)",
                    "affiliate (?:links?|commission)",
                    "this slideshow requires javascript",
                    "please enable javascript",
                    "your browser does not support",
                    "(?:cannot|can.t|could not) be (?:played|shown|displayed|loaded) in your browser")
            .with("commission", "affiliate", "compensation", "revenue", "javascript", "browser");

    @Override
    public RemovalReason reason() {
        return RemovalReason.ADVERTISEMENT;
    }

    @Override
    public boolean removes(Candidate candidate) {
        return candidate.marked(Trait.ADVERTISEMENT) && !candidate.block().isRunningText()
                || LABEL.in(candidate)
                || DISCLOSURE.in(candidate);
    }
}
