package org.onrecord.scraper.extract.removal.candidate;

import org.onrecord.contracts.RemovalReason;

/** One kind of block that stands in the middle of an article and is not part of it. Stateless, so thread-safe. */
public interface Rule {

    /** What is told of the blocks it removes. */
    RemovalReason reason();

    /** Whether the block is of its kind. */
    boolean removes(Candidate candidate);
}
