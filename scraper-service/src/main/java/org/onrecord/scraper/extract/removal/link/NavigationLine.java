package org.onrecord.scraper.extract.removal.link;

import org.onrecord.contracts.RemovalReason;
import org.onrecord.scraper.extract.page.Trait;
import org.onrecord.scraper.extract.removal.candidate.Candidate;
import org.onrecord.scraper.extract.removal.candidate.Rule;
import org.onrecord.scraper.extract.removal.wording.Wording;

/** Ways about the page: breadcrumbs, "Back to top", "Next page". */
public final class NavigationLine implements Rule {
    private static final Wording WORDING = Wording.is(
            "back to top",
            "skip to (?:main )?content",
            "(?:next|previous|prev)(?: (?:page|post|article|story))?",
            "(?:load|show|view|see) (?:more|all|less)",
            "close",
            "menu",
            "search",
            "home",
            "image \\d+ of \\d+",
            "\\d+ ?(?:/|of) ?\\d+",
            "loading",
            "play(?: video)?",
            "watch (?:video|the video|live)",
            "expand(?: image| all)?",
            "open image modal",
            "jump to(?: section)?");

    @Override
    public RemovalReason reason() {
        return RemovalReason.NAVIGATION;
    }

    @Override
    public boolean removes(Candidate candidate) {
        return candidate.marked(Trait.NAVIGATION) && !candidate.block().isRunningText()
                || candidate.marked(Trait.FOOTER) && !candidate.block().isRunningText()
                || WORDING.in(candidate);
    }
}
