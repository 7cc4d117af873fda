package org.onrecord.scraper.extract.removal.notice;

import org.onrecord.contracts.RemovalReason;
import org.onrecord.scraper.extract.removal.candidate.Candidate;
import org.onrecord.scraper.extract.removal.candidate.Rule;
import org.onrecord.scraper.extract.removal.wording.Wording;

/** Whose the words are: "© 2021 Example Press. All rights reserved." */
public final class CopyrightNotice implements Rule {
    private static final Wording LINE = Wording.begins(
            40,
            "copyright[^a-z]{0,6}(?:\\d{4}(?! (?:rules?|laws?|cases?|acts?|bills?)(?!\\w))|©|\\(c\\))",
            "\\(?c\\) ?\\d{4}");
    private static final Wording SIGN = Wording.begins(25, ".{0,60}©");
    private static final Wording WORDING = Wording.contains(
                    70,
                    "all rights reserved",
                    "may not be (?:published, broadcast|reproduced|reprinted|republished|rewritten|copied)",
                    "no part of this (?:article|publication|material)")
            .with("reserved", "may not be", "no part");

    @Override
    public RemovalReason reason() {
        return RemovalReason.COPYRIGHT;
    }

    @Override
    public boolean removes(Candidate candidate) {
        return WORDING.in(candidate) || LINE.in(candidate) || candidate.text().indexOf('©') >= 0 && SIGN.in(candidate);
    }
}
