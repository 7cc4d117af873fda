package org.onrecord.scraper.extract.metadata;

/**
 * A value and where it was found.
 *
 * @param value never blank
 * @param from the name of its source, such as {@code json-ld}
 */
public record Found<T>(T value, String from) {}
