package org.onrecord.scraper.extract;

/**
 * The page's tree, or its division into blocks of text, grows larger than is read.
 *
 * @param limit the most that is read
 * @param unit what was counted, in words for a person
 */
public record TooManyNodes(int limit, String unit) implements Extraction {}
