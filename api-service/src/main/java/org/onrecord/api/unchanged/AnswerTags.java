package org.onrecord.api.unchanged;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Gives every JSON answer of this service to a GET or HEAD that has no ETag of its own one made of its text, and answers 304 to an
 * If-None-Match that has it (RFC 9110, 13.1.2). What is forwarded passes as it comes. That spares the way, not the question: who asks again still has it asked of the database.
 */
class AnswerTags {

    private final ObjectMapper json;

    AnswerTags(ObjectMapper json) {
        this.json = json;
    }

    @ServerResponseFilter
    void tag(ContainerRequestContext request, ContainerResponseContext response) throws JsonProcessingException {
        if (!isTagged(request, response)) {
            return;
        }
        byte[] text = json.writeValueAsBytes(response.getEntity());
        EntityTag tag = TextTag.of(text);
        response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-cache");
        if (request.getRequest().evaluatePreconditions(tag) == null) {
            response.setEntity(text);
        } else {
            response.setStatus(304);
            response.setEntity(null);
        }
    }

    private static boolean isTagged(ContainerRequestContext request, ContainerResponseContext response) {
        return (request.getMethod().equals(HttpMethod.GET)
                        || request.getMethod().equals(HttpMethod.HEAD))
                && response.getStatus() == 200
                && response.getEntity() instanceof Record
                && isJson(response.getMediaType())
                && !response.getHeaders().containsKey(HttpHeaders.ETAG);
    }

    private static boolean isJson(MediaType type) {
        return type != null && MediaType.APPLICATION_JSON_TYPE.isCompatible(type);
    }
}
