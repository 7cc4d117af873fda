/** The reading of one article: composes the readers, and answers in the terms of the contracts. */
package org.onrecord.nlp.analysis;
