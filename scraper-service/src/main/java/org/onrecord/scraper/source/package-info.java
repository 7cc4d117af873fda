/**
 * Where articles are found: news sites, as their operator adds, sees and changes them. What is read of a site are its channels,
 * feeds and sitemaps.
 */
package org.onrecord.scraper.source;
