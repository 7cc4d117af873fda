/** What makes an article the same article: its canonical URL, and the version of its words. Pure functions. */
package org.onrecord.scraper.identity;
