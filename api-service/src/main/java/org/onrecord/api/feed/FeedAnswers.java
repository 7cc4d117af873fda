package org.onrecord.api.feed;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.onrecord.api.access.FeedPaths;
import org.onrecord.api.unchanged.TextTag;

/** Answers with feeds, or that the one that the reader has is still the same. Thread-safe. */
@ApplicationScoped
class FeedAnswers {

    static final String ATOM = "application/atom+xml";
    static final String JSON_FEED = "application/feed+json";

    /** The date has no fractions: within its second the feed may change once more. */
    private static final Duration SETTLED = Duration.ofSeconds(2);

    private final ObjectMapper json;

    FeedAnswers(ObjectMapper json) {
        this.json = json;
    }

    Response atom(Feed feed, UriInfo uri, HttpHeaders headers, Request request) {
        return answer(AtomWriter.write(feed, self(uri)), ATOM + ";charset=UTF-8", feed.updated(), headers, request);
    }

    Response json(Feed feed, UriInfo uri, HttpHeaders headers, Request request) {
        try {
            byte[] text = json.writeValueAsBytes(JsonFeed.of(feed, self(uri)));
            return answer(text, JSON_FEED, feed.updated(), headers, request);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("feeds are plain records", e);
        }
    }

    /** A feed is passed on and kept by others: the key is not. */
    private static URI self(UriInfo uri) {
        return UriBuilder.fromUri(uri.getRequestUri())
                .replaceQueryParam(FeedPaths.KEY)
                .build();
    }

    private static Response answer(
            byte[] text, String mediaType, Instant updated, HttpHeaders headers, Request request) {
        var tag = TextTag.of(text);
        Date modified = Date.from(updated.truncatedTo(ChronoUnit.SECONDS));
        // Whoever sends both goes by the tag (RFC 9110, section 13.1.3).
        Response.ResponseBuilder unchanged = headers.getRequestHeaders().containsKey(HttpHeaders.IF_NONE_MATCH)
                ? request.evaluatePreconditions(tag)
                : request.evaluatePreconditions(modified);
        Response.ResponseBuilder response =
                unchanged == null ? Response.ok(text).type(mediaType) : unchanged;
        response.tag(tag).header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        return (updated.isBefore(Instant.now().minus(SETTLED)) ? response.lastModified(modified) : response).build();
    }
}
