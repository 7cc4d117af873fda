package org.onrecord.scraper.frontier;

/** Others ask the host, or it must be left alone for long; nothing was asked for. */
public final class HostBusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HostBusyException(String host) {
        super(host + " is being asked for other pages");
    }
}
