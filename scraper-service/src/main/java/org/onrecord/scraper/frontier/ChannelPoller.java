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

    /**
     * Leaves a document alone for long that could not be read.
     *
     * @param why the particulars, for a person
     * @return when to ask again
     */
    Attempt.PutOff giveUp(UUID channel, String why);
}
