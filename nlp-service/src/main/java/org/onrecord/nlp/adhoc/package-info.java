/** Texts read on demand over HTTP; nothing of them is kept. */
package org.onrecord.nlp.adhoc;
