package org.onrecord.api.forward;

/** A service behind this one. */
public enum Service {
    SCRAPER,
    READER
}
