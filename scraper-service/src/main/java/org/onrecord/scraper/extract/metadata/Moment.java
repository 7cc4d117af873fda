package org.onrecord.scraper.extract.metadata;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A point in time as a page gives it.
 *
 * @param instant when; midnight UTC of the day where the page gives no time
 * @param day the calendar day in the page's own time zone
 */
public record Moment(Instant instant, LocalDate day) {}
