package org.onrecord.scraper.extract.removal.notice;

import org.onrecord.contracts.RemovalReason;
import org.onrecord.scraper.extract.page.Trait;
import org.onrecord.scraper.extract.removal.candidate.Candidate;
import org.onrecord.scraper.extract.removal.candidate.Rule;
import org.onrecord.scraper.extract.removal.wording.Wording;

/** When it appeared, in a line of its own: "Updated 8 March 2021, 14:05". */
public final class DatelineStamp implements Rule {
    private static final int LONGEST = 20;
    private static final Wording DIGIT = Wording.contains(LONGEST, "\\d");
    private static final Wording LABEL = Wording.begins(
            LONGEST,
            "(?:last |first )?(?:updated|published|posted|modified|created)(?: on| at)?\\s*:? ?(?:\\d|[a-z]{3,9}\\.? \\d|(?:mon|tue|wed|thu|fri|sat|sun)|just now|today|yesterday|less than)",
            "\\d+ (?:min(?:ute)?s?|hours?|hrs?|days?|weeks?|months?|years?) ago",
            "\\d+ min(?:ute)?s?(?: read)?$",
            "(?:est(?:imated)?\\.? )?(?:read(?:ing)? time)");
    private static final Wording STAMP = Wording.is(
            "(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?,? )?(?:\\d{1,2}(?:st|nd|rd|th)? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.? (?:\\d{1,2}(?:st|nd|rd|th)?,? )?\\d{4}.{0,40}",
            "\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}.{0,20}", "\\d{4}-\\d{2}-\\d{2}.{0,20}");

    @Override
    public RemovalReason reason() {
        return RemovalReason.DATELINE_STAMP;
    }

    @Override
    public boolean removes(Candidate candidate) {
        if (candidate.words() > LONGEST || candidate.block().endsSentence() && candidate.words() > 8) {
            return false;
        }
        return LABEL.in(candidate) || STAMP.in(candidate) || candidate.marked(Trait.DATE) && DIGIT.in(candidate);
    }
}
