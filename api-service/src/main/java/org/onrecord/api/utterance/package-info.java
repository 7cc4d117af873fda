/**
 * Which quotes are of one utterance though their words differ a little: one paper cuts the statement short, another writes "he
 * said" into its middle, a third mends its grammar. What is the very same is of one wording (a column of the quote); this joins
 * wordings.
 */
package org.onrecord.api.utterance;
