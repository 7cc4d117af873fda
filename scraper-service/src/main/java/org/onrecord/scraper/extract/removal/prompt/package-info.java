/** What asks something of the reader, or sells: subscriptions, shares, cookies, comments, advertising. */
package org.onrecord.scraper.extract.removal.prompt;
