package org.onrecord.api.request;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.JsonNode;

import org.onrecord.chassis.problem.Problem;
import org.onrecord.chassis.problem.ProblemException;
import org.onrecord.chassis.problem.ProblemType;

/** Passes on to the scraper what is not to be fetched. Thread-safe. */
@ApplicationScoped
public class Scraper {
    private static final Logger LOG = Logger.getLogger(Scraper.class);
    private static final int BAD_REQUEST = 400;
    private static final int TOO_LARGE = 413;
    private static final String LATER = "Send it again later; sending it twice does no harm.";

    private final ScraperClient client;

    Scraper(@RestClient ScraperClient client) {
        this.client = client;
    }

    /**
     * Returns when the scraper has published what became of it.
     *
     * @return how it ended there, by the name of the outcome's reason
     * @throws ProblemException if the scraper will not read it, has too much to read, cannot be reached, or cannot publish
     */
    String submit(ScraperSubmission submission) {
        try (Response answer = client.submit(submission)) {
            return answer.readEntity(JsonNode.class)
                    .path("outcome")
                    .path("reason")
                    .asText();
        } catch (WebApplicationException e) {
            int status = e.getResponse().getStatus();
            if (status == BAD_REQUEST || status == TOO_LARGE) {
                throw new ProblemException(ProblemType.INVALID_SUBMISSION, detail(e.getResponse()));
            }
            throw isBusy(e.getResponse()) ? new ProblemException(ProblemType.BUSY, LATER) : away(e);
        } catch (ProcessingException e) {
            throw away(e);
        }
    }

    /**
     * Returns when nothing of an article is left in the archive.
     *
     * @throws ProblemException if the scraper cannot be reached, or could not do it
     */
    public void takeDown(UUID articleId, List<String> urls) {
        try {
            client.takeDown(new ScraperTakedown(articleId, urls)).close();
        } catch (WebApplicationException | ProcessingException e) {
            LOG.warnf("not erased from the archive, articleId=%s cause=%s", articleId, e);
            throw new ProblemException(
                    ProblemType.SCRAPER_AWAY,
                    "It is gone from the answers; the archive is asked again until it has erased it too.");
        }
    }

    private static ProblemException away(Exception cause) {
        LOG.warnf("scraper away, cause=%s", cause);
        return new ProblemException(ProblemType.SCRAPER_AWAY, LATER);
    }

    /** Something between the services may answer with the same status, and then with no problem document. */
    private static boolean isBusy(Response answer) {
        return answer.getStatus() == ProblemType.BUSY.status()
                && MediaType.valueOf(Problem.MEDIA_TYPE).isCompatible(answer.getMediaType())
                && answer.readEntity(JsonNode.class).path("type").asText().equals(ProblemType.BUSY.uri());
    }

    private static String detail(Response problem) {
        return problem.readEntity(JsonNode.class).path("detail").asText("The scraper does not take it.");
    }
}
