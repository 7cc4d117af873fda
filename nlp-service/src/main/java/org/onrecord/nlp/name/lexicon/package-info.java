/** What is known of words and phrases before a text is read. */
package org.onrecord.nlp.name.lexicon;
