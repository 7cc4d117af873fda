/** The labels of tokens, the best sequence of them, and the names that they mark. */
package org.onrecord.nlp.name.label;
