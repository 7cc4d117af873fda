/** A document as the rules for quotes see it: its words in their classes, its sentences, its noun phrases. */
package org.onrecord.nlp.quote.reading;
