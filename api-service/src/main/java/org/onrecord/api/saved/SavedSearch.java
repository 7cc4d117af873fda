package org.onrecord.api.saved;

import java.time.Instant;
import java.util.UUID;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A question for quotes that somebody keeps.
 *
 * @param id names it
 * @param name what it is called
 * @param query the filters of {@code /v1/quotes}, in one spelling
 * @param quotes path that answers it
 * @param atom path of its Atom feed
 * @param jsonFeed path of its JSON Feed
 * @param created when it was made
 * @param changed when its name or filters were changed last
 */
@RegisterForReflection
public record SavedSearch(
        UUID id,
        String name,
        String query,
        String quotes,
        String atom,
        String jsonFeed,
        Instant created,
        Instant changed) {

    static SavedSearch of(SavedSearchEntity row) {
        String path = SavedSearchResource.PATH + "/" + row.searchId;
        return new SavedSearch(
                row.searchId,
                row.name,
                row.query,
                row.query.isEmpty() ? "/v1/quotes" : "/v1/quotes?" + row.query,
                path + "/feed.atom",
                path + "/feed.json",
                row.createdAt,
                row.changedAt);
    }
}
