/**
 * Trains the model of names from a folder of gold files, a folder of raw text and the lists, and writes its card. Nothing
 * here is needed to find names.
 */
package org.onrecord.nlp.name.training;
