package org.onrecord.scraper.takedown;

import java.util.List;
import java.util.UUID;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * An article that is to be taken down.
 *
 * @param articleId its id
 * @param urls every address that led to it
 */
@RegisterForReflection
record Takedown(UUID articleId, List<String> urls) {

    Takedown {
        urls = urls == null ? List.of() : List.copyOf(urls);
    }
}
