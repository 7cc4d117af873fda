package org.onrecord.api.request;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

import org.onrecord.api.forward.ShowsServiceToken;

/** The scraper's internal interface. */
@RegisterRestClient(configKey = "scraper")
@RegisterProvider(ShowsServiceToken.class)
@Path("/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface ScraperClient {

    /** Has it read; the answer comes when the broker has the article and its outcomes. */
    @POST
    @Path("submissions")
    Response submit(ScraperSubmission submission);

    /** Has an article erased from the archive and never read again. */
    @POST
    @Path("takedowns")
    Response takeDown(ScraperTakedown takedown);
}
