package org.onrecord.scraper.extract.removal;

import org.onrecord.contracts.RemovalReason;
import org.onrecord.scraper.extract.removal.candidate.Candidate;
import org.onrecord.scraper.extract.removal.candidate.Rule;

/** A line of marks alone, between the parts of an article or beneath it: "* * *", "_____". */
final class Separator implements Rule {
    private static final String SPEAKING = "?!…";

    @Override
    public RemovalReason reason() {
        return RemovalReason.OTHER;
    }

    @Override
    public boolean removes(Candidate candidate) {
        String text = candidate.text();
        return text.codePoints().noneMatch(Character::isLetterOrDigit)
                && text.codePoints().allMatch(Separator::isMark);
    }

    /** Pictures and symbols may be what somebody posted. */
    private static boolean isMark(int c) {
        return SPEAKING.indexOf(c) < 0 && (c <= 0x2BFF && c != 0x2764 || Character.isWhitespace(c));
    }
}
