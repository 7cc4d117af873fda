package org.onrecord.scraper.frontier;

import java.util.UUID;

/** A page to be fetched. */
public record NewRequest(UUID requestId, String url) {}
