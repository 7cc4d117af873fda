package org.onrecord.api.stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;

import org.onrecord.api.access.Callers;
import org.onrecord.api.quote.QuoteFilter;
import org.onrecord.api.quote.QuoteParameters;
import org.onrecord.api.share.Places;
import org.onrecord.api.share.Places.Place;
import org.onrecord.api.share.UntilAnswered;
import org.onrecord.chassis.problem.ProblemException;
import org.onrecord.chassis.problem.ProblemType;

/** New quotes as they are stored. One for all requests, since it counts the streams. */
@Path("/v1/stream")
@ApplicationScoped
@Tag(name = "stream", description = "New quotes as they are stored.")
class StreamResource {

    private static final String EXAMPLE = """
            id: 70412-1093
            event: quote
            data: {"id":"ab1505dd-9aea-3f75-a13a-d03d5e6e73fa","kind":"mixed","replay":false,…}
            """;

    private final QuoteStream stream;
    private final QuoteLogReader log;
    private final News news;
    private final Callers callers;
    private final Places places;

    StreamResource(QuoteStream stream, QuoteLogReader log, News news, Callers callers, StreamConfig config) {
        this.stream = stream;
        this.log = log;
        this.news = news;
        this.callers = callers;
        this.places = new Places("streams open", config.atOnce(), config.perKey(), ProblemType.BUSY);
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    // Proxies that know it pass each event on at once.
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @Blocking
    @Operation(
            operationId = "stream",
            summary = "New quotes as server-sent events",
            description = "Takes the filters of /v1/quotes. Each quote is told of once, when it is stored first; replay"
                    + " says that its article was fetched long before. Come back with Last-Event-ID to miss nothing: the"
                    + " stream goes back seven days, and any instance can go on where another stopped. A key may have so many"
                    + " streams open and no more.")
    @APIResponse(
            responseCode = "200",
            description = "An event a quote, and a comment now and then",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(type = SchemaType.STRING),
                            example = EXAMPLE))
    public Multi<OutboundSseEvent> quotes(
            @Valid @BeanParam StreamParameters parameters, @Valid @BeanParam QuoteParameters quotes, @Context Sse sse) {
        QuoteFilter filter = QuoteFilter.of(quotes);
        filter.words().ifPresent(news::check);
        LogPosition begin = begin(parameters);
        Place place = places.take(callers.id());
        UntilAnswered.keep(place);
        return stream.after(begin, parameters.lastOrNull() != null, filter, place)
                .map(event -> switch (event) {
                    case StreamEvent.New(LogPosition position, String json) ->
                        sse.newEventBuilder()
                                .id(position.toString())
                                .name("quote")
                                .mediaType(MediaType.TEXT_PLAIN_TYPE)
                                .data(String.class, json)
                                .build();
                    case StreamEvent.Heartbeat beat ->
                        sse.newEventBuilder().comment("").build();
                });
    }

    /** As GET would be answered: otherwise it would be a stream that nobody hears, and that has no end. */
    @HEAD
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(hidden = true)
    public Response head() {
        return Response.ok().type(MediaType.SERVER_SENT_EVENTS_TYPE).build();
    }

    private LogPosition begin(StreamParameters parameters) {
        String last = parameters.lastOrNull();
        if (last == null) {
            return log.lately();
        }
        LogPosition position = LogPosition.of(last).orElseThrow();
        if (position.compareTo(log.floor()) < 0 || position.compareTo(log.end()) > 0) {
            throw new ProblemException(
                    ProblemType.FORGOTTEN,
                    "Take what was missed from /v1/exports/quotes, and listen again without Last-Event-ID.");
        }
        return position;
    }
}
