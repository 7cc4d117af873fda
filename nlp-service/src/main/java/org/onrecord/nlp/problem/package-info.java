/** Errors on HTTP: problem documents (RFC 9457), one stable type per cause. */
package org.onrecord.nlp.problem;
