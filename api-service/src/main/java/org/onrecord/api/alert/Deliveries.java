package org.onrecord.api.alert;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.onrecord.api.page.DatedPosition;
import org.onrecord.api.page.Page;
import org.onrecord.api.page.Total;
import org.onrecord.database.Database;
import org.onrecord.database.Sql;

/** What was sent for alerts, for their owners. Blocks; thread-safe. */
@ApplicationScoped
public class Deliveries {

    private final Database database;

    Deliveries(Database database) {
        this.database = database;
    }

    /**
     * Those of an alert, the newest first.
     *
     * @param link gives the URL that goes on after one of them
     */
    public Page<Delivery> page(UUID alert, Optional<DatedPosition> after, int limit, Function<Delivery, String> link) {
        Sql all = new Sql().add("SELECT * FROM delivery WHERE alert_id = ?", alert);
        Sql page = new Sql().add(all);
        after.ifPresent(position -> page.add("AND (created_at, delivery_id) < (?, ?)", position.date(), position.id()));
        page.add("ORDER BY created_at DESC, delivery_id DESC LIMIT ?", limit + 1);
        return Page.of(database.list(page, Delivery::of), limit, Total.of(database, all), link);
    }
}
