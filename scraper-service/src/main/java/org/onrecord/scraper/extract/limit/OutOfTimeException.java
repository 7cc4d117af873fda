package org.onrecord.scraper.extract.limit;

/** The extraction was told to stop, since it has taken as long as one may. */
public final class OutOfTimeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private OutOfTimeException() {
        super("the extraction was told to stop", null, false, false);
    }

    /**
     * For loops whose length the page decides. An interrupt is the sign to stop, so that nothing has to be handed down to
     * them; it costs no more than reading a field.
     *
     * @throws OutOfTimeException if this thread was interrupted
     */
    public static void throwIfInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new OutOfTimeException();
        }
    }
}
