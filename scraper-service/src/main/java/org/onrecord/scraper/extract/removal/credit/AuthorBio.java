package org.onrecord.scraper.extract.removal.credit;

import org.onrecord.contracts.RemovalReason;
import org.onrecord.scraper.extract.page.Trait;
import org.onrecord.scraper.extract.removal.candidate.Candidate;
import org.onrecord.scraper.extract.removal.candidate.Rule;
import org.onrecord.scraper.extract.removal.wording.Wording;

/** Who the author is, beneath the article: "Ann Lee is a reporter in Leeds. Contact her at …". */
public final class AuthorBio implements Rule {
    private static final Wording CONTACT = Wording.begins(
            60,
            "(?:you can )?(?:contact|reach|e-?mail|write to|follow) (?:him|her|them|me|the (?:author|writer|reporter))(?!\\w).{0,60}(?:@|twitter|at \\S+@|on x(?!\\w)|instagram)",
            "about the (?:author|writer)",
            "(?:the )?(?:author|writer) is (?:a|an|the)(?!\\w)",
            "(?:the )?views? expressed (?:in|by|here)");

    private static boolean tellsOfAuthor(Candidate candidate) {
        if (candidate.words() > 90) {
            return false;
        }
        String text = candidate.normalised();
        for (String author : candidate.article().authors()) {
            if (text.startsWith(author + " is ")
                    || text.startsWith(author + " has ")
                    || text.startsWith(author + " covers ")
                    || text.startsWith(author + " s ")
                    || text.startsWith(author + " was ")
                    || text.startsWith(author + " writes ")
                    || text.startsWith("by " + author) && text.contains(" is a ")) {
                return true;
            }
        }
        return false;
    }

    @Override
    public RemovalReason reason() {
        return RemovalReason.AUTHOR_BIO;
    }

    @Override
    public boolean removes(Candidate candidate) {
        return candidate.marked(Trait.BIO)
                || CONTACT.in(candidate)
                || !candidate.proseFollows(3) && tellsOfAuthor(candidate);
    }
}
