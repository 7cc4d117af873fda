/** A cue with its speaker and content: whether it is speech, and how sure that is. */
package org.onrecord.nlp.quote.report;
