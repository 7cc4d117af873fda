package org.onrecord.scraper.frontier;

import java.io.IOException;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.onrecord.contracts.FetchRequest;

/** From the bytes of a record to a request. Thread-safe. */
@ApplicationScoped
class FetchRequestReader {

    private final ObjectMapper mapper;

    FetchRequestReader(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * @param value may be null, as a record's value may
     * @throws UnreadableRequestException if it is no request, or one without id or URL
     */
    FetchRequest read(byte[] value) {
        FetchRequest request = parse(value);
        if (request == null || request.requestId() == null || request.url() == null) {
            throw new UnreadableRequestException("the fetch request lacks its id or its URL", null);
        }
        return request;
    }

    private FetchRequest parse(byte[] value) {
        if (value == null) {
            return null;
        }
        try {
            return mapper.readValue(value, FetchRequest.class);
        } catch (IOException e) {
            throw new UnreadableRequestException("the record is no fetch request in JSON", e);
        }
    }
}
