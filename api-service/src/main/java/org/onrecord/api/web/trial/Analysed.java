package org.onrecord.api.web.trial;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

import org.onrecord.contracts.Entity;
import org.onrecord.contracts.Mention;
import org.onrecord.contracts.Quote;

/** What the NLP service answers to a text that it is tried on. */
@RegisterForReflection
public record Analysed(
        String outcome,
        @Nullable String title,
        @Nullable String text,
        @Nullable List<Entity> entities,
        @Nullable List<Mention> mentions,
        @Nullable List<Quote> quotes) {}
