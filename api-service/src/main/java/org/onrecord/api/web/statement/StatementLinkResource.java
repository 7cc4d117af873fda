package org.onrecord.api.web.statement;

import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestPath;

import io.smallrye.common.annotation.RunOnVirtualThread;

import org.onrecord.api.quote.QuotePages;

/** Leads from the id of a statement, all that an alert's delivery knows of it, to its words in the article. */
@Path("/statements/{id}")
@RunOnVirtualThread
class StatementLinkResource {

    private final QuotePages quotes;

    StatementLinkResource(QuotePages quotes) {
        this.quotes = quotes;
    }

    @GET
    public Response lead(@RestPath UUID id) {
        return Response.status(Response.Status.SEE_OTHER)
                .header("Location", "/articles/" + quotes.byId(id).article().id() + "#q-" + id)
                .build();
    }
}
