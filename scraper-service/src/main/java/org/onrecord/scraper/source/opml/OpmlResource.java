package org.onrecord.scraper.source.opml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

import io.smallrye.common.annotation.RunOnVirtualThread;

import org.onrecord.scraper.source.RejectedSourceException;
import org.onrecord.scraper.source.SourceUrls;
import org.onrecord.scraper.source.Sources;
import org.onrecord.scraper.source.channel.Selection;
import org.onrecord.scraper.source.opml.OpmlReader.Outline;

/** Takes lists of subscriptions. Reached through the API service, never from outside the house. */
@Path("/v1/sources/opml")
@RunOnVirtualThread
class OpmlResource {

    static final String OPML = "text/x-opml";

    private static final int MOST_BYTES = 1 << 20;

    private final Sources sources;
    private final SourceUrls urls;
    private final OpmlReader reader = new OpmlReader();

    OpmlResource(Sources sources, SourceUrls urls) {
        this.sources = sources;
        this.urls = urls;
    }

    @POST
    @Consumes({OPML, MediaType.APPLICATION_XML, MediaType.TEXT_XML})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "addSourcesOfOpml", summary = "Adds the sources of a list of subscriptions")
    @APIResponse(responseCode = "200", description = "what became of each outline")
    @APIResponse(responseCode = "400", description = "no OPML, or more of it than is taken; nothing was added")
    public OpmlOutcome add(byte[] document, @HeaderParam(HttpHeaders.CONTENT_TYPE) Optional<String> contentType) {
        if (document.length > MOST_BYTES) {
            throw new RejectedSourceException("Send at most 1 MiB of OPML at a time.");
        }
        List<OpmlOutcome.Item> items = new ArrayList<>();
        for (Outline outline : reader.read(document, contentType)) {
            items.add(add(outline));
        }
        return OpmlOutcome.of(items);
    }

    private OpmlOutcome.Item add(Outline outline) {
        if (outline.url().isEmpty()) {
            return refused(outline, "It has neither an xmlUrl nor an htmlUrl.");
        }
        try {
            Sources.Added added = sources.add(urls.checked(outline.url().get()), new Selection(List.of(), List.of()));
            return new OpmlOutcome.Item(
                    outline.title(),
                    outline.url(),
                    added.fresh() ? "added" : "known",
                    Optional.of(added.source().id()),
                    Optional.empty());
        } catch (RejectedSourceException e) {
            return refused(outline, e.getMessage());
        }
    }

    private static OpmlOutcome.Item refused(Outline outline, String why) {
        return new OpmlOutcome.Item(outline.title(), outline.url(), "refused", Optional.empty(), Optional.of(why));
    }
}
