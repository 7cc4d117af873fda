package org.onrecord.scraper.extract.removal.credit;

import org.onrecord.contracts.RemovalReason;
import org.onrecord.scraper.extract.removal.candidate.Candidate;
import org.onrecord.scraper.extract.removal.candidate.Rule;
import org.onrecord.scraper.extract.removal.wording.Wording;

/** How to reach who wrote it, beneath the article: "Contact Ann Lee at …", "Follow her on …". */
public final class ContactLine implements Rule {
    private static final int LONGEST = 60;
    private static final Wording OPENING = Wording.begins(
            LONGEST,
            "(?:you can |to )?(?:contact|reach|e-?mail|write to|call|follow|text|message)(?! (?:lens|tracing|with))(?!\\w)",
            "(?:send|got|have) (?:a |any |us )?(?:tips?|story|news|questions|comments|feedback)(?!\\w)",
            "(?:kontakt|contacto|contatto|contact|e-?mail|email|twitter|instagram|tel|phone)\\s*:");
    private static final Wording REACHED = Wording.begins(
                    LONGEST, "(?:\\p{L}+ ){1,6}(?:can|may) be (?:reached|contacted|emailed|followed)(?!\\w)")
            .with(" be reached", " be contacted", " be emailed", " be followed");
    private static final Wording ADDRESS = Wording.contains(
                    LONGEST,
                    "[^ @]{1,60}@[^ @]{1,60}\\.[a-z]",
                    "@\\w{3,}",
                    "\\d{3}[-. ]\\d{3,4}",
                    "on (?:signal|twitter|x|bluesky|mastodon|threads|whatsapp)(?!\\w)")
            .with("@", "-", ".", "on ")
            .evenIfTold();

    @Override
    public RemovalReason reason() {
        return RemovalReason.AUTHOR_BIO;
    }

    @Override
    public boolean removes(Candidate candidate) {
        return candidate.words() <= LONGEST
                && (OPENING.in(candidate) || REACHED.in(candidate))
                && ADDRESS.in(candidate);
    }
}
