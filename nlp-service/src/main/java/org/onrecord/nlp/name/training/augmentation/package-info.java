/** More to learn from than the gold: copies of it respelled, lines made of lists, text that two models tag alike. */
package org.onrecord.nlp.name.training.augmentation;
