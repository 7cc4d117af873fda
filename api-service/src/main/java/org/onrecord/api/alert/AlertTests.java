package org.onrecord.api.alert;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

/** Sends tests to the receivers of alerts, for their owners. Blocks until one was answered; thread-safe. */
@ApplicationScoped
public class AlertTests {

    private final Alerts alerts;
    private final AlertSender sender;

    AlertTests(Alerts alerts, AlertSender sender) {
        this.alerts = alerts;
        this.sender = sender;
    }

    /**
     * Sends a test once.
     *
     * @return how it ended
     * @throws org.onrecord.chassis.problem.ProblemException if the key that asks has no such alert
     */
    public Delivery send(UUID alert) {
        return sender.test(alerts.get(alert).id());
    }
}
