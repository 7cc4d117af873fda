package org.onrecord.api.feed;

import jakarta.annotation.Nullable;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** What an address of a feed has beside the filters. */
@RegisterForReflection
public class FeedParameters {

    @RestQuery
    @Parameter(
            description =
                    "A key of scope feed, for readers that cannot send the header Authorization. No other key is taken from"
                            + " an address.")
    @Size(max = 100, message = "must be a key of scope feed")
    @Nullable
    public String key;
}
