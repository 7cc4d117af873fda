/** Sources as a list of subscriptions, which feed readers import and export. */
package org.onrecord.scraper.source.opml;
