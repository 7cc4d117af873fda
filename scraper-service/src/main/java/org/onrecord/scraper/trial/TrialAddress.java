package org.onrecord.scraper.trial;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.onrecord.egress.AddressGuard;
import org.onrecord.egress.Refusal;
import org.onrecord.egress.RefusalReason;
import org.onrecord.scraper.submission.RejectedSubmissionException;

/** A page that is to be fetched and read on trial. */
record TrialAddress(
        @Schema(description = "http or https URL of the page", required = true)
        Optional<String> url) {

    private static final Set<RefusalReason> NO_WEB_ADDRESS =
            EnumSet.of(RefusalReason.MALFORMED_URL, RefusalReason.SCHEME);

    /**
     * What may not be fetched is an answer; only what is no URL of the web at all is turned away here.
     *
     * @throws RejectedSubmissionException if it is none
     */
    String checked() {
        return url.filter(page -> !(AddressGuard.read(page) instanceof Refusal refusal
                        && NO_WEB_ADDRESS.contains(refusal.reason())))
                .orElseThrow(
                        () -> new RejectedSubmissionException("Send an absolute http or https URL to be fetched."));
    }
}
