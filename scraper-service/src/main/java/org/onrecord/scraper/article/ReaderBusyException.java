package org.onrecord.scraper.article;

/** Too much that was handed in is being read at the moment. */
public final class ReaderBusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ReaderBusyException() {
        super("no place came free", null, false, false);
    }
}
