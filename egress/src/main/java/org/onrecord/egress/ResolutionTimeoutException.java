package org.onrecord.egress;

import java.net.UnknownHostException;

/** Nobody said that the host does not exist: no answer came. */
final class ResolutionTimeoutException extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    ResolutionTimeoutException(String message) {
        super(message);
    }
}
