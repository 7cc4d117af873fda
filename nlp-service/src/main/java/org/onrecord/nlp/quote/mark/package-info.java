/** Quotation marks: the stretches that they enclose. */
package org.onrecord.nlp.quote.mark;
