/** Trains the conditional random field on sentences with their tags, and makes a model of eight bits a weight of it. */
package org.onrecord.nlp.name.training.field;
