/** Fitted weights, and what they weigh. */
package org.onrecord.nlp.weight;
