package org.onrecord.nlp.name;

import org.onrecord.contracts.EntityType;

/**
 * A name found in a document.
 *
 * @param start first UTF-16 unit in the document's text
 * @param end one past the last; titles ("President") and possessive endings are outside
 * @param type what it names
 */
public record Name(int start, int end, EntityType type) {}
