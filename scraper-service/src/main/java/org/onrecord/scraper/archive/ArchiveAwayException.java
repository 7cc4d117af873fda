package org.onrecord.scraper.archive;

/** A page could not be kept. Nothing of it was published; fetching it again later is safe. */
public final class ArchiveAwayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ArchiveAwayException(String message, Throwable cause) {
        super(message, cause);
    }
}
