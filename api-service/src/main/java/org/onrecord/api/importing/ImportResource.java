package org.onrecord.api.importing;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.common.annotation.RunOnVirtualThread;

import org.onrecord.api.request.Submission;
import org.onrecord.chassis.problem.ProblemException;
import org.onrecord.chassis.problem.ProblemType;

/** Takes in articles that somebody has already. */
@Path("/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "imports", description = "Articles that you have already.")
class ImportResource {
    private static final int LINES_AT_ONCE = 200;
    private static final int LETTERS_AT_ONCE = 1 << 20;
    private static final String AGAIN = "Send all of it again: what was taken is not done twice.";

    private final Imports imports;
    private final ImportWork work;
    private final LineReader reader;
    private final int longestLine;

    ImportResource(
            Imports imports,
            ImportWork work,
            LineReader reader,
            @ConfigProperty(name = "onrecord.largest-body") MemorySize largestBody) {
        this.imports = imports;
        this.work = work;
        this.reader = reader;
        this.longestLine = Math.toIntExact(largestBody.asLongValue());
    }

    @POST
    @Consumes({"application/jsonl", "application/x-ndjson", "application/gzip"})
    @Operation(
            operationId = "importArticles",
            summary = "Bring articles along, a line each",
            description =
                    "JSON Lines, packed by gzip or not: each line is what submitArticle takes. They are read one after the"
                            + " other once they are here; the URL in Location tells how far it is. A broken line is told by its number,"
                            + " and the others are read. The same line is read once, however often it is sent: after a broken"
                            + " connection send all of it again.")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = "application/jsonl", schema = @Schema(implementation = Submission.class)),
                @Content(mediaType = "application/x-ndjson", schema = @Schema(implementation = Submission.class))
            })
    @APIResponse(
            responseCode = "202",
            description = "Taken, to be read",
            content = @Content(schema = @Schema(implementation = ImportStatus.class)))
    public Response take(InputStream body) {
        UUID id = imports.begin();
        boolean whole = false;
        try {
            receive(id, body);
            whole = true;
        } catch (BodyLines.TooLargeException e) {
            throw new ProblemException(
                    ProblemType.TOO_LARGE,
                    "Send at most %d GB, unpacked, at a time; what came before was taken."
                            .formatted(BodyLines.MOST_BYTES >> 30));
        } catch (IOException e) {
            throw new ProblemException(ProblemType.INVALID_SUBMISSION, "The body ended before its end. " + AGAIN);
        } finally {
            imports.end(id, whole);
            work.wake();
        }
        ImportStatus status = imports.find(id).orElseThrow();
        if (status.lines() == 0) {
            throw new ProblemException(ProblemType.INVALID_SUBMISSION, "Send one line of JSON at least.");
        }
        return Response.accepted(status)
                .header(HttpHeaders.LOCATION, URI.create("/v1/imports/" + id))
                .build();
    }

    private void receive(UUID id, InputStream body) throws IOException {
        BodyLines lines = new BodyLines(body, longestLine);
        List<Imports.NewLine> batch = new ArrayList<>();
        try {
            int letters = 0;
            for (Optional<BodyLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                Imports.NewLine taken = taken(line.get());
                batch.add(taken);
                letters += taken.text().map(String::length).orElse(0);
                if (batch.size() >= LINES_AT_ONCE || letters >= LETTERS_AT_ONCE) {
                    imports.add(id, batch);
                    batch.clear();
                    letters = 0;
                    work.wake();
                }
            }
        } finally {
            imports.add(id, batch);
        }
    }

    private Imports.NewLine taken(BodyLines.Line line) {
        return switch (line) {
            case BodyLines.Line.Unreadable(long number, String why) -> Imports.NewLine.broken(number, why);
            case BodyLines.Line.Whole(long number, String text) -> {
                try {
                    reader.read(text).check();
                    yield Imports.NewLine.waiting(number, text);
                } catch (LineReader.BrokenLineException e) {
                    yield Imports.NewLine.broken(number, e.getMessage());
                } catch (ProblemException e) {
                    yield Imports.NewLine.broken(number, e.getMessage());
                }
            }
        };
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "importStatus",
            summary = "How far an import is",
            description = "And what became of its lines.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = ImportStatus.class)))
    public ImportStatus byId(@RestPath UUID id) {
        return imports.find(id)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND, "There is no import " + id + ", or it ended more than 30 days ago."));
    }
}
