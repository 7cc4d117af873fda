/** Pages and articles that somebody has in files, sent to the API. */
package org.onrecord.scraper.importing;
