package org.onrecord.api.request;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The scraper's internal interface. */
@RegisterRestClient(configKey = "scraper")
@Path("/v1/submissions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface ScraperClient {

    /** Has it read; the answer comes when the broker has the article and its outcomes. */
    @POST
    Response submit(ScraperSubmission submission);
}
