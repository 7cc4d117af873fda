/** Who speaks at a cue, among the noun phrases around it. */
package org.onrecord.nlp.quote.speaker;
