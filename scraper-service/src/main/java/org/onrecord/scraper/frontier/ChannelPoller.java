package org.onrecord.scraper.frontier;

import java.util.UUID;

import org.onrecord.scraper.fetch.Attempt;

/** Asks a document that tells of pages, and has them fetched. */
public interface ChannelPoller {

    /**
     * Blocks; made to be called from virtual threads.
     *
     * @return when to ask again
     */
    Attempt.PutOff poll(UUID channel);
}
