package org.onrecord.scraper.extract.removal.credit;

import org.onrecord.contracts.RemovalReason;
import org.onrecord.scraper.extract.page.Trait;
import org.onrecord.scraper.extract.removal.candidate.Candidate;
import org.onrecord.scraper.extract.removal.candidate.Rule;
import org.onrecord.scraper.extract.removal.wording.Wording;

/** What stands beneath a picture: <code>&lt;figcaption&gt;A tram in Porto, 2019&lt;/figcaption&gt;</code>. */
public final class Caption implements Rule {
    private static final Wording CREDITED = Wording.contains(
                    60,
                    "(?<=[.!?…] )(?:picture|photo|photograph|image|illustration)s?(?: credit)?: ?[\\p{L}\\p{M} ./’'-]{3,60}$")
            .with("picture", "photo", "image", "illustration");
    private static final Wording WORDING = Wording.begins(
            80,
            "image caption(?!\\w)",
            "file photo:?",
            "media caption(?!\\w)",
            "in this (?:file )?photo(?!\\w)",
            "\\(file photo");

    @Override
    public RemovalReason reason() {
        return RemovalReason.CAPTION;
    }

    @Override
    public boolean removes(Candidate candidate) {
        return candidate.marked(Trait.CAPTION)
                || candidate.marked(Trait.GALLERY)
                || WORDING.in(candidate)
                || CREDITED.in(candidate);
    }
}
