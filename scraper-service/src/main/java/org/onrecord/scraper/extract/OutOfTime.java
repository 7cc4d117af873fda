package org.onrecord.scraper.extract;

import java.time.Duration;

/**
 * Reading the page took longer than is allowed.
 *
 * @param limit the processor time that one page may take
 */
public record OutOfTime(Duration limit) implements Extraction {}
