/** Errors on HTTP: problem documents (RFC 9457), one stable type for each cause. */
package org.onrecord.chassis.problem;
