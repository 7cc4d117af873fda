package org.onrecord.scraper.extract.page;

/** The page is made of more parts than are read. */
public final class TooManyNodesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int limit;
    private final String unit;

    TooManyNodesException(int limit, String unit) {
        super("more than %,d %s".formatted(limit, unit), null, false, false);
        this.limit = limit;
        this.unit = unit;
    }

    /** The most that are read. */
    public int limit() {
        return limit;
    }

    /** What was counted, in words for a person. */
    public String unit() {
        return unit;
    }
}
