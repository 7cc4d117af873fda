/** What a page says of its article: when it was published or amended, where it was taken from, whose it is. */
package org.onrecord.scraper.extract.removal.notice;
