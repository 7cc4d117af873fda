package org.onrecord.api.web.trial;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

import org.onrecord.contracts.Block;
import org.onrecord.contracts.RemovedBlock;

/**
 * What the scraper answers to a page that it is tried on.
 *
 * @param outcome extracted, or why there is no article
 * @param article null then
 */
@RegisterForReflection
public record Extracted(String outcome, @Nullable Text article) {

    /** The article, as far as the page shows it. */
    @RegisterForReflection
    public record Text(String title, String text, String language, List<Block> blocks, List<RemovedBlock> removed) {}
}
