package org.onrecord.api.stream;

import jakarta.annotation.Nullable;
import jakarta.validation.constraints.Pattern;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Where a stream begins. */
@RegisterForReflection
public class StreamParameters {

    private static final String ID = "\\s*\\d{1,18}-\\d{1,18}\\s*";
    private static final String MESSAGE = "must be the id of an event of this stream";

    @RestHeader("Last-Event-ID")
    @Parameter(
            description =
                    "The id of the last event that arrived: the stream goes on after it. Browsers send it by themselves.")
    @Pattern(regexp = ID, message = MESSAGE)
    @Nullable
    public String lastEventId;

    @RestQuery
    @Parameter(description = "The same, for those who cannot send the header.")
    @Pattern(regexp = ID, message = MESSAGE)
    @Nullable
    public String after;

    /** Null for what is new from now on. */
    @Nullable
    String lastOrNull() {
        return lastEventId == null ? after : lastEventId;
    }
}
