/** What a cue reports: the stretches around it that may be its content, and the choice among them. */
package org.onrecord.nlp.quote.content;
