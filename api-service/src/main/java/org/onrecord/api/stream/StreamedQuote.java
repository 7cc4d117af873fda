package org.onrecord.api.stream;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import io.quarkus.runtime.annotations.RegisterForReflection;

import org.onrecord.api.quote.Quote;

/**
 * A quote as it is streamed.
 *
 * @param quote as {@code /v1/quotes} answers it
 * @param replay whether its article was fetched more than an hour before it was stored: read again, or out of an archive
 */
@RegisterForReflection
public record StreamedQuote(@JsonUnwrapped Quote quote, boolean replay) {}
