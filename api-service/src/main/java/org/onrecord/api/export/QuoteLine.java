package org.onrecord.api.export;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.onrecord.api.quote.Quote;

/** A line of the export of quotes, for the document of this interface: {@link JsonLines} writes it. */
@Schema(
        description = "A line of the export of quotes: a quote as /v1/quotes has it, and its cursor.",
        allOf = {Quote.class, LineEnd.class})
interface QuoteLine {}
