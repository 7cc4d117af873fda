package org.onrecord.scraper.source.document;

import java.io.IOException;

/** A document is not read any further, since it goes beyond what an honest one needs. */
public final class RefusedDocumentException extends IOException {
    private static final long serialVersionUID = 1L;

    /** @param why in words for a person */
    RefusedDocumentException(String why) {
        super(why);
    }
}
