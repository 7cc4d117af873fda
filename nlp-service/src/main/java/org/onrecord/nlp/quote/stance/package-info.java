/** What a source does with the words of a report: says, asks or denies them, or does not say them at all. */
package org.onrecord.nlp.quote.stance;
