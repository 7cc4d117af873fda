package org.onrecord.api.forward;

import java.util.List;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

import org.onrecord.contracts.Entity;
import org.onrecord.contracts.Mention;
import org.onrecord.contracts.Quote;
import org.onrecord.contracts.Span;

/**
 * What the NLP service answers to a text that it is tried on.
 *
 * @param outcome {@code analysed}, or {@code unsupported-language} where the text is not English
 * @param analyser name and version of what read it
 * @param title what offsets of the field {@code title} count in
 * @param text what offsets of the field {@code text} count in
 * @param sentences where each sentence stands
 * @param entities whom and what it names
 * @param mentions where it names them
 * @param quotes who said what
 */
@RegisterForReflection
@Schema(description = "What was read in a text. Offsets are UTF-16, half-open, into title or text.")
public record Analysed(
        @Schema(description = "analysed, or unsupported-language where the text is not English", examples = "analysed")
        String outcome,

        String analyser,
        @Nullable String title,
        @Nullable String text,
        @Nullable List<Span> sentences,
        @Nullable List<Entity> entities,
        @Nullable List<Mention> mentions,
        @Nullable List<Quote> quotes) {}
