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
import org.onrecord.api.article.ArticleParameters;
import org.onrecord.api.article.ArticleQuery;
import org.onrecord.api.database.Replicated;
import org.onrecord.api.page.DatedPosition;
import org.onrecord.api.page.Horizon;
import org.onrecord.api.page.Sort;
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

    /** By it clients that are generated write a file, instead of looking for one JSON value. */
    private static final String FILE = "binary";

    private static final long LOOK_EVERY_MS = 1000;

    private static final String JSONL_EXAMPLE = """
            {"id":"ab1505dd-9aea-3f75-a13a-d03d5e6e73fa","kind":"mixed","text":"he would “not rule out anything”","stance":"said",…}
            """;

    private static final String CSV_EXAMPLE = """
            id,kind,text,speaker,speakerEntityId,confidence,date,site,url,title,articleId,utteranceId,cursor,stance,speakers,roles,cue,context,spans,rule,stored,changed,review
            ab1505dd-9aea-3f75-a13a-d03d5e6e73fa,mixed,he would “not rule out anything”,John Kerry,…
            """;

    private static final String ARTICLE_JSONL_EXAMPLE = """
            {"id":"6b3a6bd6-a0b6-3b0b-9a2c-0d9f6a2a6f55","title":"Kerry open to talks with Iran","url":"https://news.example/world/talks",…}
            """;

    private static final String REVIEW_JSONL_EXAMPLE = """
            {"id":"6b3a6bd6-a0b6-3b0b-9a2c-0d9f6a2a6f55","url":"https://news.example/world/talks","date":"2014-06-16","title_end":29,"text":"Kerry open to talks with Iran\\n\\n…","quotes":[{"start":31,"end":62,"text":"…","spans":[[31,62]],"type":"direct",…}],"rejected":[],"unreviewed":[],…}
            """;

    private static final String ARTICLE_CSV_EXAMPLE = """
            id,title,url,canonicalUrl,site,siteName,authors,language,section,publishedAt,modifiedAt,firstSeenAt,date,stored,changed,text,cursor
            6b3a6bd6-a0b6-3b0b-9a2c-0d9f6a2a6f55,Kerry open to talks with Iran,https://news.example/world/talks,…
            """;

    private final Database database;
    private final Database replica;
    private final Callers callers;
    private final ExportConfig config;
    private final Places places;
    private final Horizon horizon;

    ExportResource(
            Database database, @Replicated Database replica, Callers callers, ExportConfig config, Horizon horizon) {
        this.horizon = horizon;
        this.database = database;
        this.replica = replica;
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
                        schema =
                                @Schema(
                                        type = SchemaType.STRING,
                                        format = FILE,
                                        contentMediaType = "application/json",
                                        contentSchema = QuoteLine.class),
                        example = JSONL_EXAMPLE),
                @Content(
                        mediaType = "text/csv",
                        schema = @Schema(type = SchemaType.STRING, format = FILE),
                        example = CSV_EXAMPLE)
            })
    public Response quotes(
            @Valid @BeanParam ExportParameters parameters,
            @Valid @BeanParam QuoteParameters quotes,
            @Context RoutingContext request) {
        QuoteQuery query = new QuoteQuery(quotes);
        if (query.isOfChanges()) {
            query.before(horizon.now());
        }
        String question = "export\n" + query.question();
        ExportFormat format = parameters.formatOrDefault();
        Writing writing = out -> format == ExportFormat.JSON_LINES
                ? new JsonLines(out)
                : new CsvLines(out, CsvColumn.OF_QUOTES, format == ExportFormat.CSV_EXCEL);
        return answer(
                new Export(replica, query.export(parameters.after(question)), "quote_id", question, writing),
                format,
                "quotes",
                request);
    }

    @GET
    @Path("articles")
    @Produces({"application/jsonl", "text/csv"})
    @Operation(
            operationId = "exportArticles",
            summary = "Every article that answers a question, the oldest first",
            description =
                    "Takes the filters of /v1/articles, without any limit: what the page said of it, and its text."
                            + " Otherwise as the export of quotes.")
    @APIResponse(
            responseCode = "200",
            description = "An article a line",
            content = {
                @Content(
                        mediaType = "application/jsonl",
                        schema =
                                @Schema(
                                        type = SchemaType.STRING,
                                        format = FILE,
                                        contentMediaType = "application/json",
                                        contentSchema = ArticleLine.class),
                        example = ARTICLE_JSONL_EXAMPLE),
                @Content(
                        mediaType = "text/csv",
                        schema = @Schema(type = SchemaType.STRING, format = FILE),
                        example = ARTICLE_CSV_EXAMPLE)
            })
    public Response articles(
            @Valid @BeanParam ExportParameters parameters,
            @Valid @BeanParam ArticleParameters articles,
            @Context RoutingContext request) {
        ArticleQuery query = new ArticleQuery(articles, Sort.OLDEST);
        if (query.isOfChanges()) {
            query.before(horizon.now());
        }
        String question = "export\n" + query.question();
        ExportFormat format = parameters.formatOrDefault();
        Writing writing = out -> format == ExportFormat.JSON_LINES
                ? new ArticleJsonLines(out)
                : new CsvLines(out, CsvColumn.OF_ARTICLES, format == ExportFormat.CSV_EXCEL);
        return answer(
                new Export(replica, query.export(parameters.after(question)), "article_id", question, writing),
                format,
                "articles",
                request);
    }

    @GET
    @Path("reviews")
    @Produces("application/jsonl")
    @Operation(
            operationId = "exportReviews",
            summary = "What editors set right, to train and score models with",
            description =
                    "Every article of which an editor reviewed a quote, a line each, the oldest first: text is its title, a blank"
                            + " line and its text, and all offsets count in that. quotes are those that were confirmed or corrected;"
                            + " rejected are none; unreviewed nobody has looked at, so that they are neither right nor wrong.")
    @APIResponse(
            responseCode = "200",
            description = "An article a line",
            content =
                    @Content(
                            mediaType = "application/jsonl",
                            schema = @Schema(type = SchemaType.STRING),
                            example = REVIEW_JSONL_EXAMPLE))
    public Response reviews(@Valid @BeanParam LineCursor parameters, @Context RoutingContext request) {
        String question = "export\nreviews";
        Sql sql = GoldLines.all();
        parameters
                .after(question)
                .ifPresent(after -> sql.add("AND (a.dated_at, a.article_id) > (?, ?)", after.date(), after.id()));
        sql.add("ORDER BY a.dated_at, a.article_id");
        return answer(
                new Export(database, sql, "article_id", question, GoldLines::new),
                ExportFormat.JSON_LINES,
                "reviews",
                request);
    }

    /** Makes what writes the lines. */
    @FunctionalInterface
    private interface Writing {
        Lines to(OutputStream out) throws IOException;
    }

    /** What is exported, by the column that has its id. */
    private record Export(Database database, Sql sql, String id, String question, Writing writing) {}

    private Response answer(Export export, ExportFormat format, String what, RoutingContext request) {
        UntilAnswered.keep(places.take(callers.id()));
        return Response.ok((StreamingOutput) out -> export(export, out, request))
                .type(format.mediaType())
                .header("Content-Disposition", "attachment; filename=\"" + format.fileName(what) + "\"")
                .build();
    }

    private void export(Export export, OutputStream out, RoutingContext request) {
        PacedOutput paced = new PacedOutput(out, config.patience(), config.timeLimit());
        long watch = request.vertx().setPeriodic(LOOK_EVERY_MS, id -> {
            if (paced.isTooSlow()) {
                // First, so that nobody takes what there is for all.
                breakOff(request);
                paced.cut();
            }
        });
        try {
            Lines lines = export.writing().to(paced);
            lines.begin();
            export.database().each(export.sql(), row -> lines.write(row, cursor(row, export)));
            lines.end();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("lines are plain", e);
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

    private static String cursor(ResultSet row, Export export) throws SQLException {
        return new DatedPosition(Lines.moment(row, "dated_at"), row.getObject(export.id(), UUID.class))
                .cursor()
                .encode(export.question());
    }
}
