package org.onrecord.samples.newsdesk;

import java.io.IOException;

/** The API did not answer the question, and said why (RFC 9457). */
public final class RefusedException extends IOException {

    private static final long serialVersionUID = 1;

    private final String type;

    RefusedException(String type, String detail) {
        super(detail);
        this.type = type;
    }

    /** The kind of problem, a URI that stays the same. */
    public String type() {
        return type;
    }
}
