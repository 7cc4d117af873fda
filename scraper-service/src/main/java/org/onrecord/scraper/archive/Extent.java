package org.onrecord.scraper.archive;

/** How much of a page arrived. */
public enum Extent {
    WHOLE,
    /** Its connection ended before it did. */
    BEGINNING
}
