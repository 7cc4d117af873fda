/**
 * Tells receivers of new answers to saved searches, by signed webhooks or by digests in the mail. {@code AlertMatcher} reads the log of quotes and writes what is
 * to be told into the table of deliveries, or what is to be gathered into the table of what digests tell of; {@code AlertSender} sends from there, until it is taken or a day is over.
 */
package org.onrecord.api.alert;
