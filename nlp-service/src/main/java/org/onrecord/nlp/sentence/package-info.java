/** From a text to its paragraphs, sentences and tagged words. */
package org.onrecord.nlp.sentence;
