/** Quotations that no cue reports: carried on from the one before, listed, turns of a dialogue. */
package org.onrecord.nlp.quote.uncued;
