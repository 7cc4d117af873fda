package org.onrecord.scraper.extract.removal.credit;

import org.onrecord.contracts.RemovalReason;
import org.onrecord.scraper.extract.page.Trait;
import org.onrecord.scraper.extract.removal.candidate.Candidate;
import org.onrecord.scraper.extract.removal.candidate.Rule;
import org.onrecord.scraper.extract.removal.wording.Wording;

/** Who took a picture: "Photo: Ann Lee / Getty Images". */
public final class ImageCredit implements Rule {
    private static final Wording LABEL = Wording.begins(
            20,
            "(?:photo|photos|photograph|picture|pictures|pic|image|images|illustration|screenshot)s?\\s*(?:credits?)?\\s*(?::|by(?!\\w)|via(?!\\w)|courtesy|/|©)",
            "(?:image|photo|picture) (?:source|courtesy)",
            "credits?:",
            "source: ?getty",
            "shutterstock$",
            "getty(?: images)?$");
    private static final Wording AGENCY = Wording.contains(
                    14,
                    "getty images",
                    "shutterstock",
                    "afp via",
                    "ap photo",
                    "istock",
                    "/ ?(?:reuters|afp|ap|getty)(?!\\w)",
                    "via getty",
                    "wireimage",
                    "courtesy photo",
                    "handout photo")
            .with("getty", "shutterstock", "afp via", "photo", "istock", "/", "wireimage");

    @Override
    public RemovalReason reason() {
        return RemovalReason.IMAGE_CREDIT;
    }

    @Override
    public boolean removes(Candidate candidate) {
        boolean ofAgency = candidate.words() <= 14
                && AGENCY.in(candidate)
                && !candidate.block().endsSentence();
        return LABEL.in(candidate) && !(candidate.block().text().endsWith(".") && candidate.words() >= 8)
                || ofAgency
                || candidate.marked(Trait.CREDIT) && candidate.words() <= 25;
    }
}
