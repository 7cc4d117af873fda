package org.onrecord.api.export;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
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
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;

import org.onrecord.api.access.Callers;
import org.onrecord.api.page.DatedPosition;
import org.onrecord.api.quote.QuoteParameters;
import org.onrecord.api.quote.QuoteQuery;
import org.onrecord.api.share.Places;
import org.onrecord.api.share.UntilAnswered;
import org.onrecord.chassis.problem.ProblemType;
import org.onrecord.database.Database;
import org.onrecord.database.Sql;

/** Everything that answers a question. One for all requests, since it counts the exports that run. */
@Path("/v1/exports")
@ApplicationScoped
@RunOnVirtualThread
@Tag(name = "exports", description = "Everything that answers a question, in one stream.")
class ExportResource {

    private static final Logger LOG = Logger.getLogger(ExportResource.class);

    private static final long LOOK_EVERY_MS = 1000;

    private static final String JSONL_EXAMPLE = """
            {"id":"ab1505dd-9aea-3f75-a13a-d03d5e6e73fa","kind":"mixed","text":"he would “not rule out anything”","stance":"said",…}
            """;

    private static final String CSV_EXAMPLE = """
            id,kind,text,speaker,speakerEntityId,confidence,date,site,url,title,articleId,utteranceId,cursor,stance,speakers
            ab1505dd-9aea-3f75-a13a-d03d5e6e73fa,mixed,he would “not rule out anything”,John Kerry,…
            """;

    private final Database database;
    private final Callers callers;
    private final ExportConfig config;
    private final Places places;

    ExportResource(Database database, Callers callers, ExportConfig config) {
        this.database = database;
        this.callers = callers;
        this.config = config;
        this.places = new Places("exports under way", config.atOnce(), config.perKey(), ProblemType.EXPORTS_BUSY);
    }

    @GET
    @Path("quotes")
    @Produces({"application/jsonl", "text/csv"})
    @Operation(
            operationId = "exportQuotes",
            summary = "Every quote that answers a question, the oldest first",
            description = "Takes the filters of /v1/quotes, without any limit. Each line ends with its cursor, from"
                    + " which an export that broke off goes on. In CSV, an apostrophe stands before what a"
                    + " spreadsheet would run as a formula. Who takes too long, or takes too little at a time, has"
                    + " the connection broken off.")
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
    public Response quotes(
            @Valid @BeanParam ExportParameters parameters,
            @Valid @BeanParam QuoteParameters quotes,
            @Context RoutingContext request) {
        QuoteQuery query = new QuoteQuery(quotes);
        String question = "export\n" + query.question();
        Sql sql = query.export(parameters.after(question));
        ExportFormat format = parameters.formatOrDefault();
        UntilAnswered.keep(places.take(callers.id()));
        return Response.ok((StreamingOutput) out -> export(sql, question, format, out, request))
                .type(format.mediaType())
                .header("Content-Disposition", "attachment; filename=\"" + format.fileName() + "\"")
                .build();
    }

    private void export(Sql sql, String question, ExportFormat format, OutputStream out, RoutingContext request) {
        PacedOutput paced = new PacedOutput(out, config.patience(), config.timeLimit());
        long watch = request.vertx().setPeriodic(LOOK_EVERY_MS, id -> {
            if (paced.isTooSlow()) {
                // First, so that nobody takes what there is for all.
                breakOff(request);
                paced.cut();
            }
        });
        try {
            Lines lines = format == ExportFormat.CSV ? new CsvLines(paced) : new JsonLines(paced);
            lines.begin();
            database.each(sql, row -> lines.write(row, cursor(row, question)));
            lines.end();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("quotes are plain records", e);
        } catch (IOException readerGone) {
            breakOff(request);
            LOG.infof("export broken off, cause=%s", readerGone.getMessage());
        } catch (RuntimeException e) {
            // Of what has not begun to be answered, the answer is a problem.
            if (!request.response().headWritten()) {
                throw e;
            }
            breakOff(request);
            LOG.warnf("export broken off, cause=%s", e.getMessage());
        } finally {
            request.vertx().cancelTimer(watch);
        }
    }

    /**
     * Without the last chunk of HTTP/1.1 or the last frame of HTTP/2: its reader sees that there would be more. The connection is closed
     * below Vert.x, which closes it after what is still to be written: that may be never, and what ends the answer would come
     * first.
     */
    private static void breakOff(RoutingContext request) {
        if (request.request().version() != HttpVersion.HTTP_2
                && request.request().connection() instanceof ConnectionBase connection) {
            connection.channelHandlerContext().close();
        } else {
            request.response().reset();
        }
    }

    private static String cursor(ResultSet row, String question) throws SQLException {
        return new DatedPosition(Lines.moment(row, "dated_at"), row.getObject("quote_id", UUID.class))
                .cursor()
                .encode(question);
    }
}
