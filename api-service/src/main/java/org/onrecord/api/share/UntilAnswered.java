package org.onrecord.api.share;

import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/** Keeps places as long as requests are under way. */
public final class UntilAnswered {

    private UntilAnswered() {}

    /**
     * Gives a place back when the request of this thread is answered to the last byte, has failed, or has lost its caller and is no
     * longer worked on.
     */
    public static void keep(Places.Place place) {
        CurrentRequestManager.get().registerCompletionCallback(failure -> place.close());
    }
}
