package org.onrecord.scraper.extract;

/**
 * The bytes are no document that can be read.
 *
 * @param cause why not
 */
public record Unreadable(Cause cause) implements Extraction {

    /** Why bytes cannot be read. */
    public enum Cause {
        /** No bytes, or white space only. */
        EMPTY,
        /** An image, an archive or other binary data. */
        BINARY,
        /** The declared content type is none of HTML, XHTML or plain text. */
        CONTENT_TYPE
    }
}
