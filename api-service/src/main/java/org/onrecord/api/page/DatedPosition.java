package org.onrecord.api.page;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * A place in a list that is sorted by date, newest first.
 *
 * @param date of the row there
 * @param id of the row there, which decides between rows of one date
 */
public record DatedPosition(Instant date, UUID id) {

    /** PostgreSQL knows no date before 4713 BC (its manual, 8.5). */
    private static final int EARLIEST_YEAR = -4712;

    private static final int LATEST_YEAR = 10_000;

    /**
     * Reads it from a cursor.
     *
     * @throws org.onrecord.chassis.problem.ProblemException if the cursor holds none
     */
    public static DatedPosition of(Cursor cursor) {
        if (cursor.position().size() != 2) {
            throw Cursor.broken();
        }
        try {
            Instant date = Instant.parse(cursor.position().get(0));
            int year = date.atOffset(ZoneOffset.UTC).getYear();
            if (year < EARLIEST_YEAR || year > LATEST_YEAR) {
                throw Cursor.broken();
            }
            return new DatedPosition(date, UUID.fromString(cursor.position().get(1)));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Cursor.broken();
        }
    }

    public Cursor cursor() {
        return new Cursor(List.of(date.truncatedTo(ChronoUnit.MICROS).toString(), id.toString()));
    }
}
