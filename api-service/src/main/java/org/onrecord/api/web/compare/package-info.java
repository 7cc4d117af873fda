/** The page that compares people, bodies and topics over time. */
package org.onrecord.api.web.compare;
