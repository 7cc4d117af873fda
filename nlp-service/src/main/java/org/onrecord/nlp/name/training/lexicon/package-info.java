/** What a model knows of words beside the gold: the lists, the classes of words, how words are written in text. */
package org.onrecord.nlp.name.training.lexicon;
