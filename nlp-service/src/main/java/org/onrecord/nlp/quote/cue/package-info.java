/** The words that announce speech: verbs, nouns, “according to”. */
package org.onrecord.nlp.quote.cue;
