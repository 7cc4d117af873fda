package org.onrecord.api.timeline;

import jakarta.annotation.Nullable;
import jakarta.validation.constraints.Pattern;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.runtime.annotations.RegisterForReflection;

import org.onrecord.api.quote.QuoteRows;

/** What is counted. */
@RegisterForReflection
public class Counted {

    static final String UTTERANCE = "utterance";
    static final String PUBLICATION = "publication";

    @RestQuery
    @Parameter(
            description =
                    "What counts as one: the same words wherever they were printed, or each place where they were.")
    @Schema(
            enumeration = {UTTERANCE, PUBLICATION},
            defaultValue = PUBLICATION)
    @Pattern(regexp = UTTERANCE + "|" + PUBLICATION, message = "must be utterance or publication")
    @Nullable
    public String by;

    String byOrDefault() {
        return by == null ? PUBLICATION : by;
    }

    boolean isByUtterance() {
        return UTTERANCE.equals(by);
    }

    /** The count in SQL. */
    String count() {
        return isByUtterance() ? "count(DISTINCT " + QuoteRows.UTTERANCE + ")" : "count(*)";
    }
}
