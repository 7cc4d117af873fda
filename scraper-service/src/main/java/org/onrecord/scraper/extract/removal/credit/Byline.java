package org.onrecord.scraper.extract.removal.credit;

import org.onrecord.contracts.RemovalReason;
import org.onrecord.scraper.extract.page.Trait;
import org.onrecord.scraper.extract.removal.candidate.Candidate;
import org.onrecord.scraper.extract.removal.candidate.Rule;
import org.onrecord.scraper.extract.removal.wording.Wording;

/** Who wrote or contributed: "By Ann Lee, Political Correspondent", "Reporting by Bob Ray; editing by Ann Lee". */
public final class Byline implements Rule {
    private static final Wording ROLE = Wording.is(
                    "(?:\\p{L}+ ){0,4}(?:correspondent|reporter|staff writer|columnist|contributing writer|political editor|news editor)")
            .with("correspondent", "reporter", "writer", "columnist", "editor");
    private static final Wording OPENING =
            Wording.begins(25, "(?:(?:written|posted|published|reported|reviewed|words|story) )?by:? \\p{L}");
    private static final Wording CREDIT = Wording.begins(
            70,
            "(?:additional )?(?:reporting|writing|editing) by(?!.*(?<!\\w)(?:shows?|showed|reveals?|revealed|finds?|found|suggests?|suggested)(?!\\w))(?!\\w)",
            "associated press (?:writers?|reporters?|journalists?)(?!\\w)",
            "this (?:story|article|report) was (?:written|reported) by(?!\\w)",
            "with (?:reporting|files|additional reporting) (?:by|from)(?!\\w)",
            "(?:compiled|edited|produced) by(?!\\w)");
    private static final Wording CONTRIBUTION = Wording.begins(
                    70,
                    "(?:\\p{L}\\S+ ){1,5}(?:and (?:\\p{L}\\S+ ){1,4})?contributed (?:reporting|to this|research)",
                    "[^.]{0,160}(?<!\\w)contributed (?:reporting|to this (?:report|story|article))")
            .with("contributed")
            .evenIfTold();

    private static boolean namesOnlyAuthors(Candidate candidate) {
        String rest = candidate.normalised();
        for (String author : candidate.article().authors()) {
            rest = rest.replace(author, "");
        }
        return !candidate.normalised().equals(rest)
                && rest.replace("and", "").replace("by", "").isBlank();
    }

    @Override
    public RemovalReason reason() {
        return RemovalReason.BYLINE;
    }

    @Override
    public boolean removes(Candidate candidate) {
        if (CREDIT.in(candidate) || CONTRIBUTION.in(candidate) || ROLE.in(candidate)) {
            return true;
        }
        boolean line = candidate.words() <= 25 && !candidate.block().endsSentence();
        return line && (candidate.marked(Trait.BYLINE) || OPENING.in(candidate) || namesOnlyAuthors(candidate));
    }
}
