package org.onrecord.scraper.extract.removal.notice;

import org.onrecord.contracts.RemovalReason;
import org.onrecord.scraper.extract.removal.candidate.Candidate;
import org.onrecord.scraper.extract.removal.candidate.Rule;
import org.onrecord.scraper.extract.removal.wording.Wording;

/** What was put right after publication: "This article was amended on 3 May to …". Kept beside the article as its note. */
public final class CorrectionNote implements Rule {
    private static final Wording WORDING = Wording.begins(
                    120,
                    "(?:this|an earlier version of this|a previous version of this) (?:article|story|post|piece|report|headline|version)(?: \\w+){0,2} (?:was|has been|have been|misstated|incorrectly|stated|said|misspelled|included)(?: \\w+){0,2} ?(?:amended|updated|corrected|changed|edited|revised|clarified|misstated|misidentified|incorrectly|said|stated|reported)",
                    "correction(?:s)?(?: appended)?\\s*(?::|,|$|\\()",
                    "clarification\\s*:",
                    "editor.?s.? note\\s*:",
                    "updated? (?:at|on|to)?\\s*:? ?\\d{1,2}[:.]\\d{2}")
            .evenIfTold();

    @Override
    public RemovalReason reason() {
        return RemovalReason.CORRECTION_NOTE;
    }

    @Override
    public boolean removes(Candidate candidate) {
        return WORDING.in(candidate);
    }
}
