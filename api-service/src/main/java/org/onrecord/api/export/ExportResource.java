package org.onrecord.api.export;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.Semaphore;

import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

import com.fasterxml.jackson.core.JsonProcessingException;

import io.smallrye.common.annotation.RunOnVirtualThread;

import org.onrecord.api.page.DatedPosition;
import org.onrecord.api.quote.QuoteParameters;
import org.onrecord.api.quote.QuoteQuery;
import org.onrecord.chassis.problem.ProblemException;
import org.onrecord.chassis.problem.ProblemType;
import org.onrecord.database.Database;
import org.onrecord.database.Sql;

/** Everything that answers a question. One for all requests, since it counts the exports that run. */
@Path("/v1/exports")
@Singleton
@RunOnVirtualThread
@Tag(name = "exports", description = "Everything that answers a question, in one stream.")
class ExportResource {

    private static final Logger LOG = Logger.getLogger(ExportResource.class);

    /**
     * Each holds a connection to the database for as long as its reader takes; one who takes nothing loses it when the
     * connection is idle for too long ({@code quarkus.http.idle-timeout}).
     */
    private static final int MOST_AT_ONCE = 4;

    private static final String JSONL_EXAMPLE = """
            {"id":"ab1505dd-9aea-3f75-a13a-d03d5e6e73fa","kind":"mixed","text":"he would “not rule out anything”",…}
            """;

    private static final String CSV_EXAMPLE = """
            id,kind,text,speaker,speakerEntityId,confidence,date,site,url,title,articleId,utteranceId,cursor
            ab1505dd-9aea-3f75-a13a-d03d5e6e73fa,mixed,he would “not rule out anything”,John Kerry,…
            """;

    private final Database database;
    private final Semaphore free = new Semaphore(MOST_AT_ONCE);

    ExportResource(Database database) {
        this.database = database;
    }

    @GET
    @Path("quotes")
    @Produces({"application/jsonl", "text/csv"})
    @Operation(
            operationId = "exportQuotes",
            summary = "Every quote that answers a question, the oldest first",
            description = "Takes the filters of /v1/quotes, without any limit. Each line ends with its cursor, from"
                    + " which an export that broke off goes on. In CSV, an apostrophe stands before what a"
                    + " spreadsheet would run as a formula.")
    @APIResponse(
            responseCode = "200",
            description = "A quote a line",
            content = {
                @Content(
                        mediaType = "application/jsonl",
                        schema = @Schema(type = SchemaType.STRING),
                        example = JSONL_EXAMPLE),
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING), example = CSV_EXAMPLE)
            })
    public Response quotes(@Valid @BeanParam ExportParameters parameters, @Valid @BeanParam QuoteParameters quotes) {
        if (free.availablePermits() == 0) {
            throw new ProblemException(
                    ProblemType.EXPORTS_BUSY,
                    "Ask again when one of them has ended: " + MOST_AT_ONCE + " may run at once.");
        }
        QuoteQuery query = new QuoteQuery(quotes);
        String question = "export\n" + query.question();
        Sql sql = query.export(parameters.after(question));
        ExportFormat format = parameters.formatOrDefault();
        return Response.ok((StreamingOutput) out -> export(sql, question, format, out))
                .type(format.mediaType())
                .header("Content-Disposition", "attachment; filename=\"" + format.fileName() + "\"")
                .build();
    }

    private void export(Sql sql, String question, ExportFormat format, OutputStream out) {
        // The answer has begun: whoever came in between waits.
        free.acquireUninterruptibly();
        try {
            Lines lines = format == ExportFormat.CSV ? new CsvLines(out) : new JsonLines(out);
            lines.begin();
            database.each(sql, row -> lines.write(row, cursor(row, question)));
            lines.end();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("quotes are plain records", e);
        } catch (IOException readerGone) {
            // Its connection is closed, by itself or for taking nothing, so that nobody takes this for the end.
            LOG.infof("export broken off by its reader, cause=%s", readerGone.getMessage());
        } finally {
            free.release();
        }
    }

    private static String cursor(ResultSet row, String question) throws SQLException {
        return new DatedPosition(Lines.moment(row, "dated_at"), row.getObject("quote_id", UUID.class))
                .cursor()
                .encode(question);
    }
}
