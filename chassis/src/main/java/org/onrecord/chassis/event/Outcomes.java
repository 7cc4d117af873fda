package org.onrecord.chassis.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.onrecord.contracts.Outcome;
import org.onrecord.contracts.OutcomeReason;
import org.onrecord.contracts.Stage;

/** Builds outcomes; the same outcome of the same request has the same id, however often it is told. */
public final class Outcomes {

    private Outcomes() {}

    /**
     * @param url as requested; null for a submission without one
     * @param articleId the article that it is of; null if there is none
     * @param version its version; null likewise
     * @param detail the particulars, for a person; cut short where they are long, as may be what a server said
     */
    public static Outcome of(
            UUID requestId,
            @Nullable String url,
            @Nullable UUID articleId,
            @Nullable String version,
            Stage stage,
            OutcomeReason reason,
            @Nullable String detail,
            Instant at) {
        String name = String.join(
                "\n",
                requestId.toString(),
                stage.name(),
                reason.name(),
                String.valueOf(articleId),
                String.valueOf(version));
        UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return new Outcome(
                id,
                requestId,
                url,
                articleId,
                version,
                stage,
                reason,
                detail == null ? null : BriefText.of(detail),
                at);
    }
}
