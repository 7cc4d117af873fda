package org.onrecord.local;

import java.io.IOException;

/** Another process took a port between its being found free and its being listened on. */
public final class PortTakenException extends IOException {
    private static final long serialVersionUID = 1L;

    PortTakenException(String service, int port) {
        super(service + " could not listen on port " + port + ": another process uses it");
    }
}
