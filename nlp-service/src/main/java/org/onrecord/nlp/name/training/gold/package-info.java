/** Text with its names marked, as it is read from the gold files. */
package org.onrecord.nlp.name.training.gold;
