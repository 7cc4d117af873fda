package org.onrecord.scraper.extract;

/**
 * The page, or the article on it, is longer than is read.
 *
 * @param length how long it is, in bytes for a page, in UTF-16 units for a text
 * @param limit the most that is read, in the same unit
 */
public record TooLong(long length, long limit) implements Extraction {}
