package org.onrecord.scraper.extract.removal.notice;

import org.onrecord.contracts.RemovalReason;
import org.onrecord.scraper.extract.removal.candidate.Candidate;
import org.onrecord.scraper.extract.removal.candidate.Rule;
import org.onrecord.scraper.extract.removal.wording.Wording;

/** Where the article comes from: "This article first appeared in …". */
public final class ReprintNotice implements Rule {
    private static final Wording WORDING = Wording.begins(
                    70,
                    "this (?:article|story|post|piece|essay|report|content) (?:was |is )?(?:originally |first )?(?:appeared|published|posted|produced|provided|supplied|distributed|republished|created|excerpted|adapted|syndicated|part of a)(?!\\w)",
                    "originally published(?! as)(?!\\w)",
                    "read the (?:original|full) (?:article|story|post) (?:on|at|from|here)(?!\\w)",
                    "republished (?:with|from|under)(?!\\w)",
                    "reprinted (?:with|from|by)(?!\\w)",
                    "reprints and permissions")
            .evenIfTold();

    @Override
    public RemovalReason reason() {
        return RemovalReason.REPRINT_NOTICE;
    }

    @Override
    public boolean removes(Candidate candidate) {
        return WORDING.in(candidate);
    }
}
