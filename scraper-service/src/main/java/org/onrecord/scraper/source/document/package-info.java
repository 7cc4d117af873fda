/**
 * From the bytes that a source's address answered with to what they tell of: feeds, sitemaps, and pages that name either. However
 * a document is made, reading it takes bounded memory and time linear in its length.
 */
package org.onrecord.scraper.source.document;
