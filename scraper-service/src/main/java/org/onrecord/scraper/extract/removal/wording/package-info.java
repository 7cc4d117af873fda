/** Kinds of blocks told by their words, and sentences that report, in which the same words are the story. */
package org.onrecord.scraper.extract.removal.wording;
