package org.onrecord.api.request;

import java.util.List;
import java.util.UUID;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The body of the scraper's {@code POST /v1/takedowns}. */
@RegisterForReflection
record ScraperTakedown(UUID articleId, List<String> urls) {}
