/**
 * What editors set right. A decision is kept apart from what the machine read and laid over it: it finds its words in every later
 * reading of the article by the words themselves and what stands around them.
 */
package org.onrecord.api.review;
