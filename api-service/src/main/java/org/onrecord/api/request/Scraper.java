package org.onrecord.api.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.rest.client.inject.RestClient;

import com.fasterxml.jackson.databind.JsonNode;

/** Passes on to the scraper what is not to be fetched. Thread-safe. */
@ApplicationScoped
class Scraper {
    private static final int BAD_REQUEST = 400;
    private static final int TOO_LARGE = 413;

    private final ScraperClient client;

    Scraper(@RestClient ScraperClient client) {
        this.client = client;
    }

    /**
     * Returns when the scraper has published what became of it.
     *
     * @throws RejectedSubmissionException if the scraper will not read it
     * @throws ServiceAwayException if the scraper cannot be reached, or cannot publish
     */
    void submit(ScraperSubmission submission) {
        try {
            client.submit(submission).close();
        } catch (WebApplicationException e) {
            int status = e.getResponse().getStatus();
            if (status == BAD_REQUEST || status == TOO_LARGE) {
                throw new RejectedSubmissionException(detail(e.getResponse()));
            }
            throw new ServiceAwayException("the scraper answers with status " + status, e);
        } catch (ProcessingException e) {
            throw new ServiceAwayException("the scraper cannot be reached", e);
        }
    }

    private static String detail(Response problem) {
        return problem.readEntity(JsonNode.class).path("detail").asText("The scraper does not take it.");
    }
}
