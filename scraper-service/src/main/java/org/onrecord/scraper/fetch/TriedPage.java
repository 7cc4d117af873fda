package org.onrecord.scraper.fetch;

import org.onrecord.contracts.OutcomeReason;
import org.onrecord.scraper.extract.Extraction;

/** What became of a page that somebody wanted to see read. */
public sealed interface TriedPage {

    Unread TAKEN_DOWN = new Unread(OutcomeReason.TAKEN_DOWN, "taken down; it is not read again");

    /** It is there, and was read, with an article or without. */
    record Read(Extraction extraction) implements TriedPage {}

    /** It is not there, or may not be read. */
    record Unread(OutcomeReason reason, String detail) implements TriedPage {}
}
