/** What the model asks of a token: its word, its neighbours, the lists and the rest of the document. */
package org.onrecord.nlp.name.feature;
