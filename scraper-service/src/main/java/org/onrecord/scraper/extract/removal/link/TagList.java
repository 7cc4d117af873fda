package org.onrecord.scraper.extract.removal.link;

import org.onrecord.contracts.RemovalReason;
import org.onrecord.scraper.extract.page.Trait;
import org.onrecord.scraper.extract.removal.candidate.Candidate;
import org.onrecord.scraper.extract.removal.candidate.Rule;
import org.onrecord.scraper.extract.removal.wording.Wording;

/** What the article is filed under: "Tags: Bridges, Leeds". */
public final class TagList implements Rule {
    private static final Wording WORDING = Wording.begins(
            40,
            "(?:tags?|topics?|keywords|categories|filed under|tagged|filed to|posted in|read more about|explore more(?: on)?(?: these topics)?|more about|in this (?:article|story))\\s*(?::|$)",
            "filed under(?!\\w)",
            "topics$",
            "(?:places|people|organizations|companies) in (?:this|the) story");

    @Override
    public RemovalReason reason() {
        return RemovalReason.TAGS;
    }

    @Override
    public boolean removes(Candidate candidate) {
        return candidate.marked(Trait.TAGS)
                        && candidate.words() <= 40
                        && !candidate.block().endsSentence()
                || WORDING.in(candidate);
    }
}
