package org.onrecord.api.quote;

import jakarta.annotation.Nullable;
import jakarta.validation.constraints.Pattern;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Quotes of which stances are asked for. */
@RegisterForReflection
public class StanceParameters {

    private static final String ONE = "(said|asked|denied|unsaid)";
    private static final String LIST = ONE + "(," + ONE + "){0,3}";

    @RestQuery
    @Parameter(
            description =
                    "What the source does with the words: one or several of said, asked, denied and unsaid, divided by"
                            + " commas. Unsaid is what somebody did not say, would not say, or would say if asked; it is left out"
                            + " unless it is asked for.",
            example = "said,denied")
    @Schema(pattern = LIST, defaultValue = "said,asked,denied")
    @Pattern(regexp = LIST, message = "must be one or several of said, asked, denied and unsaid, divided by commas")
    @Nullable
    public String stance;

    /** What is asked for. */
    public Stances stances() {
        return Stances.of(stance);
    }
}
