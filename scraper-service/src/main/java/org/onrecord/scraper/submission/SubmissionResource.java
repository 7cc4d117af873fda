package org.onrecord.scraper.submission;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

import io.smallrye.common.annotation.RunOnVirtualThread;

import org.onrecord.scraper.article.Reading;
import org.onrecord.scraper.publish.Publisher;

/** Takes what the API service forwards. Not reachable from outside the house. */
@Path("/v1/submissions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class SubmissionResource {

    /** Someone waits for the answer, so the broker's absence is said rather than waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Submissions submissions;
    private final Publisher publisher;

    SubmissionResource(Submissions submissions, Publisher publisher) {
        this.submissions = submissions;
        this.publisher = publisher;
    }

    @POST
    @RunOnVirtualThread
    @Operation(
            operationId = "submit",
            summary = "Reads a page or a text and publishes the article",
            description = "Answers once the broker has the article and its outcomes. A page without an article, or one"
                    + " that cannot be fetched, is an answer too: its outcome says why.")
    @APIResponse(responseCode = "200", description = "what became of it")
    @APIResponse(responseCode = "400", description = "not a submission")
    @APIResponse(responseCode = "413", description = "a body longer than is taken")
    @APIResponse(
            responseCode = "503",
            description = "the broker is away, or too much is being read; send it again after Retry-After seconds")
    public SubmissionAnswer submit(@NotNull Submission submission) {
        Reading reading = submissions.read(submission);
        return SubmissionAnswer.of(publisher.publish(reading, PATIENCE));
    }
}
