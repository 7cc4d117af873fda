package org.onrecord.api.forward;

/** A service behind this one. */
enum Service {
    SCRAPER,
    READER
}
