/** What the whole document, and what is known beforehand, correct in the names found. */
package org.onrecord.nlp.name.rule;
