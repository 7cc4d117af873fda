package org.onrecord.scraper.source.opml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

import io.smallrye.common.annotation.RunOnVirtualThread;

import org.onrecord.scraper.source.Source;
import org.onrecord.scraper.source.Sources;

/** The sources that are watched, as a list of subscriptions. Reached through the API service, never from outside the house. */
@Path("/v1/sources.opml")
@RunOnVirtualThread
class OpmlListResource {

    private static final int PIECE = 500;

    private final Sources sources;

    OpmlListResource(Sources sources) {
        this.sources = sources;
    }

    @GET
    @Produces(OpmlResource.OPML)
    @Operation(operationId = "sourcesAsOpml", summary = "The sources that are watched, as a list of subscriptions")
    @APIResponse(responseCode = "200", description = "all of them, in the order in which they were added")
    public byte[] write() {
        List<Source> all = new ArrayList<>();
        Optional<Long> from = Optional.of(0L);
        while (from.isPresent()) {
            Sources.Piece piece = sources.list(from.get(), PIECE, Optional.empty());
            all.addAll(piece.sources());
            from = piece.next();
        }
        return OpmlWriter.write(all);
    }
}
