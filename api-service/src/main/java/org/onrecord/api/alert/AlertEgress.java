package org.onrecord.api.alert;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.quarkus.runtime.Startup;

import org.onrecord.egress.AllowList;
import org.onrecord.egress.GuardedHttpClient;
import org.onrecord.egress.Limits;

/** The one way out of this service. */
final class AlertEgress {

    private static final int MAX_HEAD_BYTES = 64 << 10;
    private static final String USER_AGENT = "Onrecord-Alerts/1";

    /** Made at start, so that an allow-list that cannot be read stops the service there and then. */
    @Produces
    @Singleton
    @Startup
    GuardedHttpClient client(AlertConfig config) {
        Limits limits = new Limits(0, MAX_HEAD_BYTES, 0, config.patience(), config.patience(), config.patience());
        return GuardedHttpClient.create(
                config.allow().map(AllowList::parse).orElse(AllowList.EMPTY), limits, USER_AGENT);
    }

    void close(@Disposes GuardedHttpClient client) {
        client.close();
    }
}
