/** Who said what: cues, quotation marks, the speaker of each report and the stretch of text it reports. */
package org.onrecord.nlp.quote;
